package vn.antin.check.figures;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.antin.check.Examined;
import vn.antin.check.wording.ReadingRule;
import vn.antin.compose.Block;
import vn.antin.compose.Level;
import vn.antin.compose.Place;

/** An article of its own that a document points to is there: Như Điều 3. */
public final class OwnArticlesExist extends ReadingRule {
    /** Followed by nothing that names another text. */
    private static final Pattern POINTED = Pattern.compile(
            "(?:(?:tại|theo|[Nn]hư) Điều (\\d{1,3})(?= có| nêu|[;.,)]|$| và các| chịu| thực hiện| của (?:Quyết định|Nghị quyết|Quy chế|Quy định) này| (?:Quyết định|Nghị quyết|Quy chế|Quy định) này))");

    private static final Pattern ANOTHER = Pattern.compile(
            "Luật |Nghị định|Thông tư|Điều lệ|Pháp lệnh|(?:Quyết định|Nghị quyết|Quy chế|Quy định)(?! này)");

    public OwnArticlesExist() {
        super(Said.goodSense("dẫn chiếu trong văn bản"));
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {
        long articles = articles(document.meaning().body());
        if (articles == 0) {
            return;
        }
        List<String> recipients = document.meaning().recipients();
        for (int i = 0; i < recipients.size(); i++) {
            judge(recipients.get(i), articles, Place.of(Place.Part.RECIPIENTS, i), breaches);
        }
        List<Block> body = document.meaning().body();
        for (int i = 0; i < body.size(); i++) {
            String text = Said.plain(body.get(i));
            if (!ANOTHER.matcher(text).find()) {
                judge(text, articles, Place.of(Place.Part.BODY, i), breaches);
            }
        }
    }

    private static void judge(String text, long articles, Place place, Consumer<Breach> breaches) {
        Matcher matcher = POINTED.matcher(text);
        while (matcher.find()) {
            if (Integer.parseInt(matcher.group(1)) > articles) {
                boolean recipients = place.part() == Place.Part.RECIPIENTS;
                breaches.accept(new Breach(
                        place.at(matcher.group()),
                        "Dẫn chiếu đến Điều " + matcher.group(1) + " nhưng văn bản chỉ có " + articles + " điều.",
                        "Sửa số của điều được dẫn chiếu.",
                        recipients ? matcher.group().replace(matcher.group(1), Long.toString(articles)) : ""));
            }
        }
    }

    private static long articles(List<Block> blocks) {
        return blocks.stream()
                .filter(it -> it instanceof Block.Item item && item.level() == Level.ARTICLE)
                .count();
    }
}
