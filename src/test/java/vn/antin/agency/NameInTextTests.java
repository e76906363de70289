package vn.antin.agency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameInTextTests {
    @ParameterizedTest
    @CsvSource(textBlock = """
            TRƯỜNG TIỂU HỌC TOÀN THẮNG - TIÊN THẮNG, Trường Tiểu học Toàn Thắng - Tiên Thắng
            PHÒNG GIÁO DỤC VÀ ĐÀO TẠO, Phòng Giáo dục và Đào tạo
            PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN AN DƯƠNG, Phòng Giáo dục và Đào tạo huyện An Dương
            UBND THÀNH PHỐ HẢI PHÒNG, UBND thành phố Hải Phòng
            ỦY BAN NHÂN DÂN XÃ TIÊN MINH, Ủy ban nhân dân xã Tiên Minh
            TRƯỜNG TIỂU HỌC VÀ TRUNG HỌC CƠ SỞ LÊ LỢI, Trường Tiểu học và Trung học cơ sở Lê Lợi
            """)
    void knownBodiesAreWrittenAsInASentence(String capitals, String inText) {
        assertThat(NameInText.of(capitals)).hasValue(inText);
    }

    @Test
    void aNameOfAnotherSortIsNotGuessed() {
        assertThat(NameInText.of("CÔNG TY CỔ PHẦN BIỂN ĐÔNG")).isEmpty();
        assertThat(NameInText.of("SỞ GIÁO DỤC VÀ ĐÀO TẠOX")).isEmpty();
    }
}
