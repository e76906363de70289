package vn.antin.render;

/**
 * Every size of the layout in one place, in points; clauses are those of Decree 30/2020/NĐ-CP, annex I, part I. Where
 * the decree gives a range, {@code src/docs/layout.md} says why this value of it.
 *
 * @param top margins, I.3: top and bottom 20–25 mm, left 30–35 mm, right 15–20 mm
 * @param nationalName Quốc hiệu, II.1.a: 12–13
 * @param motto Tiêu ngữ, II.1.b: 13–14
 * @param body names of the issuing body and its superior, II.2.b: 12–13
 * @param number số, ký hiệu, II.3.c: 13
 * @param placeAndDate địa danh, thời gian, II.4.c: 13–14
 * @param heading tên loại and trích yếu, II.5.b: 13–14
 * @param letterSubject V/v of a letter, II.5.b: 12–13, 6 points under the number
 * @param text content, II.6.e: 13–14
 * @param firstIndent first line of a paragraph, II.6.e: 1 cm or 1.27 cm
 * @param paragraphGap between paragraphs, II.6.e: at least 6
 * @param lineSpacing of the content as part of single spacing, II.6.e: 1–1.5
 * @param authority quyền hạn, chức vụ and name, II.7.đ: 13–14
 * @param recipientsTitle Nơi nhận, II.9.d: 12
 * @param recipients list under it, II.9.d: 11
 * @param contact box 13, III.4: 11–12
 * @param stamp words of urgency and circulation, III.2.b, c: 13–14
 * @param annexHeading Phụ lục, III.1.b: 14; its title 13–14
 * @param table text of tables, as the content; {@code tableSmallest} where its words would not fit
 * @param note footnotes, not regulated
 * @param pageNumber I.7: 13–14
 * @param ruleShare length of the rules under body name and subject as part of their last line, II.2.b and II.5.b: 1/3–1/2
 * @param rightColumnShare part of the text width that Quốc hiệu's column takes
 * @param signatureColumnShare part of the text width that the signature's column takes
 * @param signatureRoom height of box 7c
 * @param signatureWidth width of box 7c; that of the picture of the signature, where there is one
 * @param sealSide side of box 8: the seal in its real size, 36 mm where its picture says nothing else
 */
record LayoutProfile(
        float pageWidth,
        float pageHeight,
        float top,
        float bottom,
        float left,
        float right,
        float nationalName,
        float motto,
        float body,
        float number,
        float placeAndDate,
        float heading,
        float letterSubject,
        float text,
        float firstIndent,
        float paragraphGap,
        float lineSpacing,
        float authority,
        float recipientsTitle,
        float recipients,
        float contact,
        float stamp,
        float annexHeading,
        float table,
        float tableSmallest,
        float note,
        float pageNumber,
        float code,
        float ruleWeight,
        float ruleShare,
        float rightColumnShare,
        float signatureColumnShare,
        float signatureRoom,
        float signatureWidth,
        float sealSide) {

    /** Ours, where nobody has set others. */
    static final LayoutProfile DECREE_30 = of(LayoutProperties.OURS);

    /** @throws vn.antin.kernel.Refusal when a setting is outside the decree's range */
    static LayoutProfile from(LayoutProperties typed) {
        for (LayoutSetting setting : LayoutSetting.values()) {
            setting.requireLawful(typed);
        }
        return of(typed);
    }

    private static LayoutProfile of(LayoutProperties typed) {
        return new LayoutProfile(
                mm(210),
                mm(297),
                mm(typed.top()),
                mm(typed.bottom()),
                mm(typed.left()),
                mm(typed.right()),
                typed.nationalName(),
                typed.motto(),
                typed.issuer(),
                13, // number: the decree leaves no choice
                typed.placeAndDate(),
                typed.heading(),
                typed.letterSubject(),
                typed.text(),
                mm(typed.firstIndent()),
                typed.paragraphGap(),
                typed.lineSpacing(),
                typed.authority(),
                12, // recipients: the decree leaves no choice
                11,
                typed.contact(),
                typed.stamp(),
                14, // annex heading: the decree leaves no choice
                13, // tables, footnotes: the decree is silent
                11,
                11,
                typed.pageNumber(),
                8,
                0.75f,
                typed.ruleShare(),
                0.56f,
                0.6f,
                mm(30),
                mm(60),
                mm(36));
    }

    /** The paper on its long side, its margins where they are named. */
    LayoutProfile turned() {
        return sized(/* width= */ pageHeight, /* height= */ pageWidth, signatureWidth, sealSide);
    }

    /** The same with boxes of another size for signature and seal. */
    LayoutProfile withInk(float signature, float seal) {
        return sized(pageWidth, pageHeight, signature, seal);
    }

    private LayoutProfile sized(float width, float height, float signature, float seal) {
        return new LayoutProfile(
                width,
                height,
                top,
                bottom,
                left,
                right,
                nationalName,
                motto,
                body,
                number,
                placeAndDate,
                heading,
                letterSubject,
                text,
                firstIndent,
                paragraphGap,
                lineSpacing,
                authority,
                recipientsTitle,
                recipients,
                contact,
                stamp,
                annexHeading,
                table,
                tableSmallest,
                note,
                pageNumber,
                code,
                ruleWeight,
                ruleShare,
                rightColumnShare,
                signatureColumnShare,
                signatureRoom,
                signature,
                seal);
    }

    /** Millimetres in points. */
    static float mm(float millimetres) {
        return millimetres * 72 / 25.4f;
    }

    float textWidth() {
        return pageWidth - left - right;
    }

    float textHeight() {
        return pageHeight - top - bottom;
    }

    float rightEdge() {
        return pageWidth - right;
    }

    float centre() {
        return left + textWidth() / 2;
    }
}
