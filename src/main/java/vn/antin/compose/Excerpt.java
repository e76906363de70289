package vn.antin.compose;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A part of a document's content with the document's whole form (trích sao: Decree 30/2020/NĐ-CP art. 25.3.b). Grounds,
 * recipients and the centred lines of a decision belong to the form and stay; each run of blocks left out becomes one
 * {@code …}; an annex of which nothing is chosen is left out.
 */
public final class Excerpt {
    private static final Block LEFT_OUT = new Block.Paragraph(Inline.Text.plain("…"));

    private Excerpt() {}

    /**
     * The document with the chosen blocks and the titles over them.
     *
     * @param chosen places of blocks, {@link Place.Part#BODY} or {@link Place.Part#ANNEX}; others are not regarded
     */
    public static AdministrativeDocument of(AdministrativeDocument whole, Set<Place> chosen) {
        var annexes = new ArrayList<Annex>();
        for (int a = 0; a < whole.annexes().size(); a++) {
            Annex annex = whole.annexes().get(a);
            Set<Integer> blocks = new HashSet<>();
            for (int i = 0; i < annex.body().size(); i++) {
                if (chosen.contains(Place.inAnnex(a, i))) {
                    blocks.add(i);
                }
            }
            if (!blocks.isEmpty()) {
                annexes.add(new Annex(
                        annex.ordinal(),
                        annex.enacted(),
                        annex.landscape(),
                        annex.title(),
                        annex.reference(),
                        shortened(annex.body(), blocks)));
            }
        }
        Set<Integer> blocks = new HashSet<>();
        for (int i = 0; i < whole.body().size(); i++) {
            if (chosen.contains(Place.of(Place.Part.BODY, i))) {
                blocks.add(i);
            }
        }
        return new AdministrativeDocument(
                whole.particulars(),
                whole.issuer(),
                whole.signatory(),
                whole.marks(),
                whole.addressees(),
                whole.legalBases(),
                whole.enactedBy(),
                shortened(whole.body(), blocks),
                whole.cosigners(),
                whole.recipients(),
                annexes,
                whole.answers());
    }

    private static List<Block> shortened(List<Block> blocks, Set<Integer> chosen) {
        Set<Integer> kept = new HashSet<>(chosen);
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Centred) {
                kept.add(i);
            } else if (chosen.contains(i)) {
                keepTitlesOver(i, blocks, kept);
            }
        }
        var result = new ArrayList<Block>();
        boolean leavingOut = false;
        for (int i = 0; i < blocks.size(); i++) {
            if (kept.contains(i)) {
                result.add(blocks.get(i));
            } else if (!leavingOut) {
                result.add(LEFT_OUT);
            }
            leavingOut = !kept.contains(i);
        }
        return result;
    }

    /** Under which title, article and clause a block stands is part of what it says. */
    private static void keepTitlesOver(int block, List<Block> blocks, Set<Integer> kept) {
        boolean item = blocks.get(block) instanceof Block.Item;
        // A paragraph or table belongs to whatever stands over it.
        Level below = blocks.get(block) instanceof Block.Item it ? it.level() : null;
        for (int i = block - 1; i >= 0; i--) {
            if (blocks.get(i) instanceof Block.Item over
                    && (below == null || over.level().compareTo(below) < 0)) {
                below = over.level();
                // Over a plain paragraph only titles count: the last dash before it is no heading of it.
                if (item || over.titled()) {
                    kept.add(i);
                }
            }
        }
    }
}
