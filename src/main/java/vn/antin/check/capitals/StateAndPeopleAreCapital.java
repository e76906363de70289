package vn.antin.check.capitals;

import java.util.regex.Matcher;
import vn.antin.check.wording.Prose;

/** Nhân dân and Nhà nước, where they are nouns for certain: Đảng và Nhà nước, phục vụ Nhân dân. */
public final class StateAndPeopleAreCapital extends PatternRule {
    public StateAndPeopleAreCapital() {
        super(
                "V.1",
                "Danh từ đặc biệt",
                "(?<![\\p{L}\\p{N}])(?:(?<=Đảng(?:,| và) )nhà nước(?! \\p{Ll}{1,7} [\\p{Ll}]{1,7} đảng)"
                        + "|(?<=Đảng(?:,| và) [Nn]hà nước(?:,| và) )nhân dân(?! tệ)"
                        + "|(?<=Nhà nước và )nhân dân(?! tệ)"
                        + "|(?<=(?:pháp luật|chính sách) của )nhà nước"
                        + "|(?<=phục vụ )nhân dân(?! tệ)"
                        + "|nhà nước(?= Cộng h(?:òa|oà) xã hội chủ nghĩa Việt Nam))(?![\\p{L}\\p{N}])");
    }

    @Override
    String mended(String text, Matcher found) {
        return Prose.capitalised(found.group());
    }
}
