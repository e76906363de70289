package vn.antin.verify;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.pades.validation.PDFDocumentAnalyzer;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.PDFServiceMode;
import eu.europa.esig.dss.pdf.PDFSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.visible.nativedrawer.PdfBoxNativeSignatureDrawerFactory;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.x509.tsp.TimestampToken;
import java.util.List;

/**
 * Lets the standard's validation read the signatures of a file, and leaves to our own analysis what was done after them:
 * it is stricter, and takes a fraction of the time. So is what is allowed to stand before the header (ISO 32000-1, annex H,
 * note 13 of the older readers): our analysis has looked at it before.
 */
final class SignatureReader extends PDFDocumentValidator {
    SignatureReader(DSSDocument document) {
        super(new PDFDocumentAnalyzer(document) {
            @Override
            public boolean isSupported(DSSDocument any) {
                return true;
            }
        });
        setPdfObjFactory(new Signatures());
    }

    private static final class Signatures extends PdfBoxNativeObjectFactory {
        @Override
        public PDFSignatureService newPAdESSignatureService() {
            return new AsTheyStand();
        }
    }

    private static final class AsTheyStand extends PdfBoxSignatureService {
        AsTheyStand() {
            super(PDFServiceMode.SIGNATURE, new PdfBoxNativeSignatureDrawerFactory());
        }

        @Override
        public void analyzePdfModifications(DSSDocument file, List<AdvancedSignature> signatures, char[] password) {
            // Ours to judge.
        }

        @Override
        public void analyzeTimestampPdfModifications(
                DSSDocument file, List<TimestampToken> timestamps, char[] password) {
            // Ours to judge.
        }
    }
}
