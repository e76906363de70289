package vn.antin.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.antin.kernel.Refusal;

class LayoutSettingTests {
    private static LayoutProfile profile(Map<String, String> typed) {
        return LayoutProfile.from(new Binder(new MapConfigurationPropertySource(typed))
                .bindOrCreate("antin.layout", LayoutProperties.class));
    }

    @Test
    void withoutSettingsTheProfileIsOurs() {
        assertThat(profile(Map.of())).isEqualTo(LayoutProfile.DECREE_30);
    }

    @ParameterizedTest
    @EnumSource
    void everySettingMayStandJustInsideItsRange(LayoutSetting setting) {
        LayoutProfile least = profile(Map.of(setting.key(), Double.toString(setting.least())));
        LayoutProfile most = profile(Map.of(setting.key(), Double.toString(setting.most())));
        assertThat(least).as("the setting is read").isNotEqualTo(most);
    }

    @ParameterizedTest
    @EnumSource
    void noSettingMayStandJustOutsideItsRange(LayoutSetting setting) {
        for (double outside : List.of(setting.least() - 0.01, setting.most() + 0.01, Double.NaN)) {
            assertThatThrownBy(() -> profile(Map.of(setting.key(), Double.toString(outside))))
                    .isInstanceOfSatisfying(Refusal.class, it -> {
                        assertThat(it.reason()).isEqualTo(RenderReason.SETTING_OUTSIDE_ITS_RANGE);
                        assertThat(it.arguments().getFirst()).isEqualTo(setting.key());
                        assertThat(it.arguments()).hasSize(4);
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {10.5, 11, 12, 12.6})
    void theFirstIndentIsOneOfTwo(double between) {
        assertThatThrownBy(() -> profile(Map.of("antin.layout.first-indent", Double.toString(between))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.arguments()).contains("10 mm hoặc 12,7 mm", "điểm e khoản 6 Mục II"));
    }

    @Test
    void pagesKeepTheDecreesRangesAtBothEnds() throws IOException {
        assertKept(all(LayoutSetting::least), 20, 30, 15, 1);
        assertKept(all(LayoutSetting::most), 25, 35, 20, 1.5);
    }

    private static LayoutProfile all(ToDoubleFunction<LayoutSetting> end) {
        return profile(Arrays.stream(LayoutSetting.values())
                .collect(Collectors.toMap(LayoutSetting::key, it -> Double.toString(end.applyAsDouble(it)))));
    }

    private static void assertKept(LayoutProfile profile, int top, int left, int right, double spacing)
            throws IOException {
        var renderer = new Renderer(RendererTests.CLOCK, "https://antin.example", profile);
        List<MeasuredPage> pages =
                MeasuredPage.all(renderer.render(SampleDocuments.plan()).pdf().bytes());
        MeasuredPage second = pages.get(1);
        List<MeasuredPage.TextLine> text = second.lines().stream()
                .filter(it -> it.baseline < 841.89f - LayoutProfile.mm(top) && !Float.isNaN(it.left))
                .toList();
        float edge = LayoutProfile.mm(left);
        assertThat(text).allMatch(it -> it.left > edge - 0.1f);
        assertThat(text).anyMatch(it -> it.left < edge + 1);
        assertThat(text).allMatch(it -> it.right < 595.28f - LayoutProfile.mm(right) + 0.1f);
        assertThat(text.getFirst().baseline).isLessThan(841.89f - LayoutProfile.mm(top) - 8);
        float size = profile.text();
        assertThat(text.get(0).size).isEqualTo(size);
        float apart = text.stream()
                .map(it -> it.baseline)
                .sorted()
                .reduce(new float[] {Float.NaN, 1000}, LayoutSettingTests::nearest, (a, b) -> a)[1];
        assertThat(apart).isEqualTo((float) (size * 1.15 * spacing), within(0.1f));
    }

    private static float[] nearest(float[] seen, float baseline) {
        float apart = baseline - seen[0];
        return new float[] {baseline, apart > 1 && apart < seen[1] ? apart : seen[1]};
    }
}
