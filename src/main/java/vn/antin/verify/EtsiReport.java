package vn.antin.verify;

import eu.europa.esig.dss.enumerations.EndorsementType;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.validationreport.ValidationReportFacade;
import eu.europa.esig.validationreport.enums.ObjectType;
import eu.europa.esig.validationreport.enums.SignatureValidationProcessID;
import eu.europa.esig.validationreport.enums.TypeOfProof;
import eu.europa.esig.validationreport.jaxb.AdditionalValidationReportDataType;
import eu.europa.esig.validationreport.jaxb.ObjectFactory;
import eu.europa.esig.validationreport.jaxb.POEType;
import eu.europa.esig.validationreport.jaxb.SANameType;
import eu.europa.esig.validationreport.jaxb.SAOneSignerRoleType;
import eu.europa.esig.validationreport.jaxb.SASignerRoleType;
import eu.europa.esig.validationreport.jaxb.SASigningTimeType;
import eu.europa.esig.validationreport.jaxb.SignatureAttributesType;
import eu.europa.esig.validationreport.jaxb.SignatureIdentifierType;
import eu.europa.esig.validationreport.jaxb.SignatureValidationProcessType;
import eu.europa.esig.validationreport.jaxb.SignatureValidationReportType;
import eu.europa.esig.validationreport.jaxb.SignersDocumentType;
import eu.europa.esig.validationreport.jaxb.TypedDataType;
import eu.europa.esig.validationreport.jaxb.VOReferenceType;
import eu.europa.esig.validationreport.jaxb.ValidationObjectListType;
import eu.europa.esig.validationreport.jaxb.ValidationObjectRepresentationType;
import eu.europa.esig.validationreport.jaxb.ValidationObjectType;
import eu.europa.esig.validationreport.jaxb.ValidationReportDataType;
import eu.europa.esig.validationreport.jaxb.ValidationReportType;
import eu.europa.esig.validationreport.jaxb.ValidationStatusType;
import eu.europa.esig.validationreport.jaxb.ValidationTimeInfoType;
import eu.europa.esig.xades.jaxb.xades132.DigestAlgAndValueType;
import eu.europa.esig.xmldsig.jaxb.DigestMethodType;
import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xml.sax.SAXException;

/**
 * Our verdict in the form of ETSI TS 119 102-2 V1.4.1. The standard knows signatures only; what we found out about the
 * file as a whole weighs on each of them, so that nobody reads a better verdict there than ours.
 */
@Component
public class EtsiReport {
    private static final String SHA_256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    /** Names of our own for what the standard leaves open (clause 4.3.12). */
    private static final String OURS = "urn:vn:antin:verification:";

    private static final String FILE = "tep";

    private final ObjectFactory xml = new ObjectFactory();

    /** The report, UTF-8. */
    public byte[] of(Report report) {
        var all = new ValidationReportType();
        @Nullable ValidationObjectType file = file(report);
        if (report.signatures().isEmpty()) {
            all.getSignatureValidationReport().add(withoutSignature(report));
        }
        int place = 0;
        for (Report.Signature it : report.signatures()) {
            all.getSignatureValidationReport().add(signature(report, it, ++place, file));
        }
        if (file != null) {
            var objects = new ValidationObjectListType();
            objects.getValidationObject().add(file);
            all.setSignatureValidationObjects(objects);
        }
        var out = new ByteArrayOutputStream();
        try {
            ValidationReportFacade.newFacade().marshall(all, out, false);
        } catch (JAXBException | SAXException | IOException e) {
            throw new IllegalStateException("Our own report cannot be written", e);
        }
        return out.toByteArray();
    }

    private static @Nullable ValidationObjectType file(Report report) {
        if (report.sha256() == null) {
            return null;
        }
        var method = new DigestMethodType();
        method.setAlgorithm(SHA_256);
        var digest = new DigestAlgAndValueType();
        digest.setDigestMethod(method);
        digest.setDigestValue(HexFormat.of().parseHex(report.sha256()));
        var representation = new ValidationObjectRepresentationType();
        representation.getDirectOrBase64OrDigestAlgAndValue().add(digest);
        var file = new ValidationObjectType();
        file.setId(FILE);
        file.setObjectType(ObjectType.SIGNED_DATA);
        file.setValidationObjectRepresentation(representation);
        return file;
    }

    private SignatureValidationReportType withoutSignature(Report report) {
        var it = new SignatureValidationReportType();
        it.setValidationTimeInfo(times(report, report.judgedAt(), TypeOfProof.VALIDATION));
        var status = new ValidationStatusType();
        switch (report.conclusion()) {
            case NO_SIGNATURE, NOT_A_PDF -> status.setMainIndication(Indication.NO_SIGNATURE_FOUND);
            case UNREADABLE, INDETERMINATE, TOTAL_PASSED -> status.setMainIndication(Indication.INDETERMINATE);
            case TOTAL_FAILED -> {
                status.setMainIndication(Indication.TOTAL_FAILED);
                status.getSubIndication().add(SubIndication.FORMAT_FAILURE);
            }
        }
        status.getAssociatedValidationReportData().add(found(report, null));
        it.setSignatureValidationStatus(status);
        return it;
    }

    private SignatureValidationReportType signature(
            Report report, Report.Signature signature, int place, @Nullable ValidationObjectType file) {
        var it = new SignatureValidationReportType();
        it.setSignatureIdentifier(identifier(signature, place));
        boolean proved = signature.timeProved() && signature.signingTime() != null;
        Instant best = proved && signature.signingTime() != null ? signature.signingTime() : report.judgedAt();
        it.setValidationTimeInfo(times(report, best, TypeOfProof.VALIDATION));
        if (file != null) {
            var document = new SignersDocumentType();
            document.getContent().add(xml.createSignersDocumentTypeSignersDocumentRepresentation(reference(file)));
            it.setSignersDocument(document);
        }
        attributes(signature).ifPresent(it::setSignatureAttributes);
        var process = new SignatureValidationProcessType();
        process.setSignatureValidationProcessID(
                signature.level() != null && signature.level().startsWith("B_LT")
                        ? SignatureValidationProcessID.LTVM
                        : SignatureValidationProcessID.BASIC);
        it.setSignatureValidationProcess(process);
        it.setSignatureValidationStatus(status(report, signature));
        return it;
    }

    private static SignatureIdentifierType identifier(Report.Signature signature, int place) {
        var it = new SignatureIdentifierType();
        it.setId("chu-ky-" + place);
        it.setHashOnly(false);
        it.setDocHashOnly(false);
        it.setDAIdentifier(clean(signature.field()));
        return it;
    }

    private static ValidationTimeInfoType times(Report report, Instant best, TypeOfProof proof) {
        var poe = new POEType();
        poe.setPOETime(Date.from(best));
        poe.setTypeOfProof(proof);
        var times = new ValidationTimeInfoType();
        times.setValidationTime(Date.from(report.judgedAt()));
        times.setBestSignatureTime(poe);
        return times;
    }

    /** What stands in the certificate is certified; the time is the signer's claim unless a stamp proves it. */
    private Optional<SignatureAttributesType> attributes(Report.Signature signature) {
        var all = new SignatureAttributesType();
        var list = all.getSigningTimeOrSigningCertificateOrDataObjectFormat();
        if (signature.signingTime() != null && !signature.timeProved()) {
            var time = new SASigningTimeType();
            time.setTime(Date.from(signature.signingTime()));
            list.add(xml.createSignatureAttributesTypeSigningTime(time));
        }
        if (signature.title() != null) {
            var role = new SAOneSignerRoleType();
            role.setRole(clean(signature.title()));
            role.setEndorsementType(EndorsementType.CERTIFIED);
            var roles = new SASignerRoleType();
            roles.getRoleDetails().add(role);
            list.add(xml.createSignatureAttributesTypeSignerRole(roles));
        }
        if (signature.signer() != null) {
            var name = new SANameType();
            name.setNameElement(clean(signature.signer()));
            list.add(xml.createSignatureAttributesTypeName(name));
        }
        return list.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    private ValidationStatusType status(Report report, Report.Signature signature) {
        Report.Indication ofFile = report.remarks().stream()
                .map(EtsiReport::atBest)
                .max(Comparator.naturalOrder())
                .orElse(Report.Indication.TOTAL_PASSED);
        Report.Indication worst = signature.indication().worseOf(ofFile);
        var status = new ValidationStatusType();
        status.setMainIndication(Indication.valueOf(worst.name()));
        Optional<String> sub = worst == signature.indication()
                ? Optional.ofNullable(signature.subIndication())
                : report.remarks().stream()
                        .filter(it -> atBest(it) == worst)
                        .map(it -> finding(it).flatMap(Finding::subIndication))
                        .flatMap(Optional::stream)
                        .findFirst();
        sub.flatMap(EtsiReport::known).ifPresent(status.getSubIndication()::add);
        status.getAssociatedValidationReportData().add(found(report, signature));
        return status;
    }

    private static Report.Indication atBest(Report.Remark remark) {
        return finding(remark).map(Finding::atBest).orElse(Report.Indication.TOTAL_PASSED);
    }

    private static Optional<Finding> finding(Report.Remark remark) {
        return Stream.of(Finding.values())
                .filter(it -> it.name().equals(remark.code()))
                .findFirst();
    }

    private static Optional<SubIndication> known(String name) {
        return Stream.of(SubIndication.values())
                .filter(it -> it.name().equals(name))
                .findFirst();
    }

    private static ValidationReportDataType found(Report report, Report.@Nullable Signature signature) {
        var additional = new AdditionalValidationReportDataType();
        List<TypedDataType> list = additional.getReportData();
        list.add(data("conclusion", report.conclusion().name()));
        if (signature != null) {
            list.add(data("integrity", signature.integrity().name()));
            list.add(data("coverage", signature.coverage().name()));
            list.add(data("later-changes", signature.laterChanges().name()));
            if (signature.level() != null) {
                list.add(data("level", signature.level()));
            }
            signature.remarks().forEach(it -> list.add(data("remark:" + it.code(), it.text())));
        }
        if (report.reason() != null) {
            list.add(data("reason:" + report.reason().code(), report.reason().text()));
        }
        report.remarks().forEach(it -> list.add(data("file-remark:" + it.code(), it.text())));
        var associated = new ValidationReportDataType();
        associated.setAdditionalValidationReportData(additional);
        return associated;
    }

    private static TypedDataType data(String type, String value) {
        var data = new TypedDataType();
        data.setType(OURS + type);
        data.setValue(clean(value));
        return data;
    }

    /** Certificates and file names may hold letters that no XML document may (XML 1.0, 2.2). */
    private static String clean(String text) {
        return text.codePoints()
                .filter(it ->
                        it == '\t' || (it >= 0x20 && it <= 0xD7FF) || (it >= 0xE000 && it <= 0xFFFD) || it >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static VOReferenceType reference(ValidationObjectType object) {
        var reference = new VOReferenceType();
        reference.getVOReference().add(object);
        return reference;
    }
}
