package vn.antin.sign;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** What a signature lets happen to the document after it; written into the file, where every validator reads it. */
enum LaterChanges {
    /** Certification: fields may be filled in and signed, nothing else (DocMDP, P 2; ISO 32000-2, 12.8.2.2). */
    FILLING_IN {
        @Override
        COSDictionary declare(OpenForm form, COSDictionary signature) {
            return certification(form, signature, 2);
        }
    },
    /** Certification: nothing at all may change (DocMDP, P 1). */
    NOT_EVEN_FILLING_IN {
        @Override
        COSDictionary declare(OpenForm form, COSDictionary signature) {
            return certification(form, signature, 1);
        }
    },
    /** Closes number and date for ever, as the seal field's lock says (FieldMDP; ISO 32000-2, 12.8.2.4). */
    NONE {
        @Override
        COSDictionary declare(OpenForm form, COSDictionary signature) {
            COSDictionary lock = form.sealLock();
            var names = new COSArray();
            names.setDirect(true);
            OpenForm.required(lock.getCOSArray(COSName.FIELDS)).forEach(names::add);
            var parameters = parameters();
            parameters.setName("Action", "Include");
            parameters.setItem(COSName.FIELDS, names);
            parameters.setInt(COSName.P, 1);
            COSDictionary reference = reference(COSName.getPDFName("FieldMDP"), parameters);
            // Required for FieldMDP (ISO 32000-1, table 253).
            reference.setItem(COSName.getPDFName("Data"), form.catalog());
            return reference;
        }
    };

    /** The signature reference dictionary (ISO 32000-2, table 256) for a signature about to be made. */
    abstract COSDictionary declare(OpenForm form, COSDictionary signature);

    private static COSDictionary certification(OpenForm form, COSDictionary signature, int permission) {
        var permissions = new COSDictionary();
        permissions.setDirect(true);
        permissions.setItem(COSName.DOCMDP, signature);
        form.catalog().setItem(COSName.PERMS, permissions);
        form.catalog().setNeedToBeUpdated(true);
        var parameters = parameters();
        parameters.setInt(COSName.P, permission);
        return reference(COSName.DOCMDP, parameters);
    }

    private static COSDictionary parameters() {
        var parameters = new COSDictionary();
        parameters.setDirect(true);
        parameters.setName(COSName.TYPE, "TransformParams");
        parameters.setName(COSName.V, "1.2");
        return parameters;
    }

    private static COSDictionary reference(COSName method, COSDictionary parameters) {
        // No DigestMethod: PDF/A-3 forbids it beside a certification (ISO 19005-3, 6.1.12).
        var reference = new COSDictionary();
        reference.setName(COSName.TYPE, "SigRef");
        reference.setItem(COSName.getPDFName("TransformMethod"), method);
        reference.setItem(COSName.getPDFName("TransformParams"), parameters);
        return reference;
    }
}
