/** Remote signing services (ký số từ xa): CSC API v2 and v1, VNPT SmartCA, Viettel MySign. They see digests, no documents. */
@org.jspecify.annotations.NullMarked
package vn.antin.sign.remote;
