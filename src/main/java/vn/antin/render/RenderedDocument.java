package vn.antin.render;

import vn.antin.compose.AdministrativeDocument;
import vn.antin.kernel.Content;

/** PDF/A pages of a document, with the boxes that number, date, signature and seal will fill. */
public record RenderedDocument(Content pdf, AdministrativeDocument meaning) {}
