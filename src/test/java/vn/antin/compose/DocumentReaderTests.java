package vn.antin.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.antin.kernel.Refusal;

class DocumentReaderTests {
    private static final String HEAD = "<document xmlns=\"urn:antin:document:1\"><subject>S</subject>";
    private static final String TAIL = "</document>";

    @Test
    void readsEveryElementOfTheVocabulary() {
        var filled = DocumentReader.read("thu", HEAD + """
                <unit>VP</unit><basis>Căn cứ *A*;</basis><enacted-by>HIỆU TRƯỞNG</enacted-by><addressee>B</addressee>
                <body>
                  <centred>QUYẾT ĐỊNH:</centred><paragraph>Một
                     dòng</paragraph><item level="article">**Tên**</item><item level="clause">c</item>
                  <outline>1. d
                  2. e</outline>
                  <table widths="1 2" centred="1"><header><cell>h</cell><cell>k</cell></header>
                    <row><cell span="2">m</cell></row></table>
                </body>
                <recipient>R</recipient>
                <annex><title>T</title><body><item level="clause">f</item></body></annex>
                """ + TAIL);
        assertThat(filled.unit()).isEqualTo("VP");
        assertThat(filled.body()).hasSize(7);
        assertThat(filled.body().get(1)).isEqualTo(new Block.Paragraph(Inline.Text.plain("Một dòng")));
        assertThat(((Block.Item) filled.body().get(2)).titled()).isTrue();
        assertThat(((Block.Item) filled.body().get(5)).marker()).isEqualTo("3.");
        assertThat(((Block.Item) filled.annexes().getFirst().body().getFirst()).marker())
                .isEqualTo("1.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "không phải XML",
                "<document/>",
                "<!DOCTYPE document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + HEAD
                        + "<body><outline>&x;</outline></body>" + TAIL,
                "<!DOCTYPE document SYSTEM \"http://127.0.0.1:1/x.dtd\">" + HEAD + "<body><outline>a</outline></body>"
                        + TAIL,
                "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>" + HEAD
                        + "<body><outline>&b;</outline></body>" + TAIL,
                HEAD + "<body><outline>&xxe;</outline></body>" + TAIL,
                HEAD + "<body><script>alert(1)</script></body>" + TAIL,
                HEAD + "<body><outline>a<b>c</b></outline></body>" + TAIL,
                HEAD + "<body font=\"x\"><outline>a</outline></body>" + TAIL,
                HEAD + "<body><item level=\"verse\">a</item></body>" + TAIL,
                HEAD + "<body><table widths=\"1 x\"><row><cell>a</cell></row></table></body>" + TAIL,
                HEAD + "<body><table widths=\"1\"><row><cell span=\"99999999999\">a</cell></row></table></body>" + TAIL,
                HEAD + "<body></body>" + TAIL,
                HEAD + "<body><outline>a</outline></body><body><outline>a</outline></body>" + TAIL,
                HEAD
                        + "<body xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"/etc/passwd\" parse=\"text\"/></body>"
                        + TAIL,
                "<document><subject>S</subject><body><outline>a</outline></body></document>",
                HEAD + "<body><outline>a</outline></body>",
                HEAD
                        + "<body xsi:schemaLocation=\"urn:x http://127.0.0.1:1/x.xsd\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><x xmlns=\"urn:x\"/></body>"
                        + TAIL
            })
    void refusesWhatIsNotADocument(String xml) {
        assertRefused(xml);
    }

    @Test
    void refusesNestingWithoutEndAndTextWithoutEnd() {
        long start = System.nanoTime();
        assertRefused(HEAD + "<body>".repeat(500_000));
        assertRefused("<a>".repeat(1_000_000));
        assertRefused(HEAD + "<body><outline>" + "x".repeat(5_000_000) + "</outline></body>" + TAIL);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }

    private static void assertRefused(String xml) {
        assertThatThrownBy(() -> DocumentReader.read("thu", xml))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.reason()).isEqualTo(ComposeReason.TEMPLATE_MAKES_NO_DOCUMENT));
    }
}
