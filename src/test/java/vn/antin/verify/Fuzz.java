package vn.antin.verify;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import vn.antin.kernel.Content;

/** Spoils signed files and holds what is said of each against what was really changed. */
final class Fuzz {
    private static final long LONGEST = 10_000;

    private final Judgement judgement;
    private final List<Seed> seeds;
    private final List<byte[]> files;
    private final Map<Conclusion, Integer> said = new EnumMap<>(Conclusion.class);
    private final List<String> faults = new ArrayList<>();
    private long longest;
    private int judged;
    private int passed;

    /** A signed file, and what each of its signatures protects. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Seed(String name, byte[] file, List<ByteRangeCheck> ranges) {
        /** Whether what that signature covers, and its value, are in the mutant as they were. */
        boolean same(byte[] mutant, ByteRangeCheck range) {
            return mutant.length >= range.end()
                    && Arrays.equals(file, 0, range.gapFrom(), mutant, 0, range.gapFrom())
                    && Arrays.equals(file, range.gapTo(), range.end(), mutant, range.gapTo(), range.end())
                    && sameValue(mutant, range.gapFrom(), range.gapTo());
        }

        /** Its digits may be large or small; what else may differ, {@link SameValue} says. */
        private boolean sameValue(byte[] mutant, int from, int to) {
            String was = new String(file, from + 1, to - from - 2, StandardCharsets.ISO_8859_1);
            String is = new String(mutant, from + 1, to - from - 2, StandardCharsets.ISO_8859_1);
            if (mutant[from] != '<' || mutant[to - 1] != '>') {
                return false;
            }
            if (was.equalsIgnoreCase(is)) {
                return true;
            }
            try {
                return SameValue.of(HexFormat.of().parseHex(was), HexFormat.of().parseHex(is));
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }

    Fuzz(Judgement judgement, Map<String, byte[]> signed) {
        this.judgement = judgement;
        this.seeds = signed.entrySet().stream()
                .map(it -> new Seed(it.getKey(), it.getValue(), ranges(it.getValue())))
                .filter(it -> !it.ranges().isEmpty())
                .toList();
        this.files = seeds.stream().map(Seed::file).toList();
    }

    private static List<ByteRangeCheck> ranges(byte[] file) {
        var deadline = Deadline.in(Duration.ofMinutes(1));
        try (Revision whole = Revision.parse(file, file.length, true, deadline)) {
            return Analysis.of(file, whole, List.of(), deadline).signatures().stream()
                    .map(Analysis.Examined::range)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (Revision.Unparsable e) {
            return List.of();
        }
    }

    /** One mutant, the same one for the same number. */
    void one(long number) {
        var chance = new SplittableRandom(number);
        Seed seed = seeds.get(chance.nextInt(seeds.size()));
        byte[] mutant = mutant(seed, chance);
        long began = System.nanoTime();
        Report report;
        try {
            report = judgement.of(Content.of(mutant), "hong.pdf");
        } catch (Throwable e) {
            faults.add(number + " of " + seed.name() + ": " + e);
            return;
        }
        long took = (System.nanoTime() - began) / 1_000_000;
        longest = Math.max(longest, took);
        judged++;
        said.merge(report.conclusion(), 1, Integer::sum);
        if (took > LONGEST) {
            faults.add(number + " of " + seed.name() + ": took " + took + " ms");
        }
        check(number, seed, mutant, report);
    }

    byte[] mutantOf(long number) {
        var chance = new SplittableRandom(number);
        return mutant(seeds.get(chance.nextInt(seeds.size())), chance);
    }

    private byte[] mutant(Seed seed, RandomGenerator chance) {
        return new Mutations(chance, files).of(seed.file());
    }

    private void check(long number, Seed seed, byte[] mutant, Report report) {
        long unchanged =
                seed.ranges().stream().filter(it -> seed.same(mutant, it)).count();
        List<Report.Signature> intact = report.signatures().stream()
                .filter(it -> it.integrity() == Report.Integrity.INTACT)
                .toList();
        boolean shared = intact.stream()
                .anyMatch(it ->
                        it.remarks().stream().anyMatch(remark -> remark.code().equals("SIGNATURE_SHARED")));
        if (intact.size() > unchanged && !(shared && unchanged > 0)) {
            faults.add(number + " of " + seed.name() + ": " + intact.size() + " intact, " + unchanged + " unchanged "
                    + intact.stream().map(Report.Signature::field).toList());
        }
        if (report.conclusion() == Conclusion.TOTAL_PASSED) {
            passed++;
            // Lawful: the file as it was, or as it stood after one of its signatures, or changed only behind the last.
            boolean covered = report.signatures().size() <= unchanged;
            int end = seed.ranges().stream()
                    .filter(it -> seed.same(mutant, it))
                    .mapToInt(ByteRangeCheck::end)
                    .max()
                    .orElse(0);
            boolean more = mutant.length > end
                    && report.signatures().stream().allMatch(it -> it.laterChanges() == Report.LaterChanges.NONE);
            if (!covered || more) {
                faults.add(number + " of " + seed.name() + ": passed");
            }
        }
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    int judged() {
        return judged;
    }

    /** For people. */
    String figures() {
        return judged + " mutants of " + seeds.size() + " files; longest " + longest + " ms; passed " + passed
                + " (unchanged, cut back to a signed state, or changed lawfully behind it); " + said + "; faults "
                + faults.size();
    }
}
