package vn.antin.render;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sizes of the layout as the operator typed them; {@link LayoutSetting} judges them. Margins and the first indent are
 * millimetres, {@code lineSpacing} counts lines, {@code ruleShare} is a part of the line over it, all others are points.
 * {@code src/docs/layout.md} says why these are the defaults.
 */
@ConfigurationProperties("antin.layout")
record LayoutProperties(
        @DefaultValue("20") float top,
        @DefaultValue("20") float bottom,
        @DefaultValue("30") float left,
        @DefaultValue("15") float right,
        @DefaultValue("12") float nationalName,
        @DefaultValue("14") float motto,
        @DefaultValue("12") float issuer,
        @DefaultValue("14") float placeAndDate,
        @DefaultValue("14") float heading,
        @DefaultValue("12") float letterSubject,
        @DefaultValue("14") float text,
        @DefaultValue("10") float firstIndent,
        @DefaultValue("6") float paragraphGap,
        @DefaultValue("1") float lineSpacing,
        @DefaultValue("14") float authority,
        @DefaultValue("11") float contact,
        @DefaultValue("13") float stamp,
        @DefaultValue("14") float pageNumber,
        @DefaultValue("0.4") float ruleShare) {
    /** The same as the defaults; a test compares them. */
    static final LayoutProperties OURS =
            new LayoutProperties(20, 20, 30, 15, 12, 14, 12, 14, 14, 12, 14, 10, 6, 1, 14, 11, 13, 14, 0.4f);
}
