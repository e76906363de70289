import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.sax.SAXResult;

import org.apache.fop.apps.FopFactory;
import org.apache.fop.apps.MimeConstants;
import org.apache.pdfbox.Loader;

/** Sets one XSL-FO file over and over with Apache FOP and prints the median in milliseconds and the pages. */
public class FoToPdf {
    private static long cpu() {
        return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    public static void main(String[] words) throws Exception {
        String fo = Files.readString(Path.of(words[0]));
        int rounds = Integer.parseInt(words[1]);
        String fonts = new File("src/main/resources/fonts").getAbsoluteFile().toURI().toString();
        String settings = "<fop version=\"1.0\"><renderers><renderer mime=\"application/pdf\"><fonts><font embed-url=\""
                + fonts + "Tinos-Regular.ttf\"><font-triplet name=\"Tinos\" style=\"normal\" weight=\"normal\"/></font>"
                + "</fonts></renderer></renderers></fop>";
        FopFactory factory = FopFactory.newInstance(
                new File(".").toURI(), new ByteArrayInputStream(settings.getBytes(StandardCharsets.UTF_8)));
        var times = new ArrayList<Long>();
        byte[] pdf = {};
        for (int i = 0; i < rounds + rounds / 2; i++) {
            long began = cpu();
            var out = new ByteArrayOutputStream();
            var fop = factory.newFop(MimeConstants.MIME_PDF, out);
            // A DOM, not a running parser: FOP reads its own message catalogue with the same parser meanwhile.
            var parsers = javax.xml.parsers.DocumentBuilderFactory.newInstance();
            parsers.setNamespaceAware(true);
            var dom = parsers.newDocumentBuilder().parse(new org.xml.sax.InputSource(new StringReader(fo)));
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(dom), new SAXResult(fop.getDefaultHandler()));
            pdf = out.toByteArray();
            if (i >= rounds / 2) {
                times.add(cpu() - began);
            }
        }
        Collections.sort(times);
        try (var opened = Loader.loadPDF(pdf)) {
            System.out.println("median " + times.get(times.size() / 2) / 1e6 + " " + opened.getNumberOfPages());
        }
    }
}
