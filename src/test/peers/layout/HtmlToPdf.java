import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import org.apache.pdfbox.Loader;

/** Sets one HTML file over and over with openhtmltopdf and prints the median in milliseconds and the pages. */
public class HtmlToPdf {
    private static long cpu() {
        return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    public static void main(String[] words) throws Exception {
        com.openhtmltopdf.util.XRLog.setLoggingEnabled(false);
        String html = Files.readString(Path.of(words[0]));
        int rounds = Integer.parseInt(words[1]);
        var times = new ArrayList<Long>();
        byte[] pdf = {};
        for (int i = 0; i < rounds + rounds / 2; i++) {
            long began = cpu();
            var out = new ByteArrayOutputStream();
            var builder = new PdfRendererBuilder();
            builder.useFastMode();
            builder.useFont(new File("src/main/resources/fonts/Tinos-Regular.ttf"), "Tinos");
            builder.withHtmlContent(html, "file:///");
            builder.toStream(out);
            builder.run();
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
