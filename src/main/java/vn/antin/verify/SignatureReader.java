package vn.antin.verify;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.pades.validation.PDFDocumentAnalyzer;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pades.validation.PdfSignatureDictionary;
import eu.europa.esig.dss.pades.validation.PdfSignatureField;
import eu.europa.esig.dss.pdf.PDFServiceMode;
import eu.europa.esig.dss.pdf.PDFSignatureService;
import eu.europa.esig.dss.pdf.PdfDocumentReader;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxDocumentReader;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.visible.nativedrawer.PdfBoxNativeSignatureDrawerFactory;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.x509.tsp.TimestampToken;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.jspecify.annotations.Nullable;

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
        protected PdfDocumentReader loadPdfDocumentReader(DSSDocument document, char @Nullable [] password)
                throws IOException {
            return new WithDirectOnes(document);
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

    /** The library passes over a signature that stands inside its field, which is as lawful (ISO 32000-2, 7.3.10). */
    private static final class WithDirectOnes extends PdfBoxDocumentReader {
        WithDirectOnes(DSSDocument document) throws IOException {
            super(document);
        }

        @Override
        public Map<PdfSignatureDictionary, List<PdfSignatureField>> extractSigDictionaries() throws IOException {
            long number = getPDDocument().getDocument().getHighestXRefObjectNumber();
            for (PDSignatureField it : getPDDocument().getSignatureFields()) {
                COSDictionary field = it.getCOSObject();
                if (field.getItem(COSName.V) instanceof COSDictionary direct) {
                    field.setItem(COSName.V, new COSObject(direct, new COSObjectKey(++number, 0)));
                }
            }
            return super.extractSigDictionaries();
        }
    }
}
