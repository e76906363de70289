package vn.antin.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;

@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class AgenciesTests {
    private static final AgencyId SCHOOL = new AgencyId("th-toan-thang");
    private static final LocalDate TODAY = LocalDate.of(2025, 10, 20);

    @TempDir
    static Path home;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("antin.home", () -> home.toString());
    }

    @Autowired
    Agencies agencies;

    @Test
    void aDeputySignsInTheHeadsPlace() {
        var deputy = agencies.signatory(SCHOOL, new PersonId("pham-thi-nga"), TODAY);
        assertThat(deputy.authority().lines()).containsExactly("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG");
    }

    @Test
    void refusesASignatoryOfAnotherBody() {
        assertThatThrownBy(() -> agencies.signatory(SCHOOL, new PersonId("vu-manh-hung"), TODAY))
                .isInstanceOf(Refusal.class)
                .hasMessage("agency.MAY_NOT_SIGN");
    }

    @Test
    void nobodySignsBeforeTheirFirstDayInOffice() {
        assertThat(agencies.signatories(SCHOOL, LocalDate.of(2019, 12, 31))).isEmpty();
    }

    @Test
    void aMemberHasTheRolesOfTheirPosts() {
        assertThat(agencies.member(new PersonId("van-thu-toan-thang"), TODAY))
                .hasValueSatisfying(it -> assertThat(it.roles()).containsExactly(Role.REGISTRAR));
        assertThat(agencies.member(new PersonId("khong-co"), TODAY)).isEmpty();
    }
}
