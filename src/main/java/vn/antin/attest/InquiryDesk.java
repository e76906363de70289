package vn.antin.attest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import vn.antin.agency.Member;
import vn.antin.agency.Staff;
import vn.antin.attest.Inquiries.Arrived;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;
import vn.antin.verify.Parcel;
import vn.antin.verify.Unjudged;
import vn.antin.verify.Verifier;

/** Takes files in: by themselves and out of ZIPs; who handed them in is the only one who sees them again. */
@Component
class InquiryDesk {
    static final int MOST_FILES = 2_000;
    /** Of one person, not yet through. */
    static final int MOST_UNFINISHED = 3;

    private static final long MOST_BYTES = 1L << 30;
    private static final int LONGEST_NAME = 200;

    private final Inquiries inquiries;
    private final WaitingFiles files;
    private final InquiryRun run;
    private final Verifier verifier;
    private final Staff staff;
    private final RandomGenerator chance;
    /** Places are given one after the other. */
    private final ReentrantLock taking = new ReentrantLock();

    InquiryDesk(
            Inquiries inquiries,
            WaitingFiles files,
            InquiryRun run,
            Verifier verifier,
            Staff staff,
            RandomGenerator chance) {
        this.inquiries = inquiries;
        this.files = files;
        this.run = run;
        this.verifier = verifier;
        this.staff = staff;
        this.chance = chance;
    }

    Member member(Principal signedIn) {
        return staff.member(signedIn, AttestReason.NOT_A_MEMBER);
    }

    /** Theirs, or the same answer as for one that does not exist. */
    Inquiry theirs(String typed, Member member) {
        UUID id;
        try {
            id = UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            throw new Refusal(AttestReason.UNKNOWN_INQUIRY, e);
        }
        return inquiries
                .find(id)
                .filter(it -> it.author().equals(member.person()) && it.agency().equals(member.agency()))
                .orElseThrow(() -> new Refusal(AttestReason.UNKNOWN_INQUIRY));
    }

    Inquiry begin(@Nullable List<MultipartFile> uploads, Member member) {
        List<MultipartFile> chosen = chosen(uploads);
        long unfinished = inquiries.of(member.person()).stream()
                .filter(it -> !inquiries.tally(it.id()).done())
                .count();
        if (unfinished >= MOST_UNFINISHED) {
            throw new Refusal(AttestReason.TOO_MANY_INQUIRIES, MOST_UNFINISHED);
        }
        var id = new UUID(chance.nextLong(), chance.nextLong());
        Inquiry inquiry = inquiries.begin(id, member.agency(), member.person());
        try {
            take(inquiry, chosen);
        } catch (Refusal refused) {
            files.remove(id);
            inquiries.forget(id);
            throw refused;
        }
        return inquiry;
    }

    /** More files for one that was not stopped; all of them, or none. */
    void add(Inquiry inquiry, @Nullable List<MultipartFile> uploads) {
        if (inquiry.cancelled()) {
            throw new Refusal(AttestReason.ENDED);
        }
        take(inquiry, chosen(uploads));
    }

    void cancel(Inquiry inquiry) {
        inquiries.cancel(inquiry.id());
        files.remove(inquiry.id());
    }

    void forget(Inquiry inquiry) {
        inquiries.cancel(inquiry.id());
        files.remove(inquiry.id());
        inquiries.forget(inquiry.id());
    }

    private void take(Inquiry inquiry, List<MultipartFile> uploads) {
        taking.lock();
        try {
            var taken = new Taken(inquiry.id(), inquiries.last(inquiry.id()));
            for (MultipartFile it : uploads) {
                take(it, taken);
            }
            inquiries.add(inquiry.id(), taken.before + 1, taken.arrived);
        } catch (IOException e) {
            throw new Refusal(AttestReason.CANNOT_STORE, e);
        } finally {
            taking.unlock();
        }
        run.wake();
    }

    private void take(MultipartFile upload, Taken taken) throws IOException {
        String name = plain(upload.getOriginalFilename());
        if (!name.toLowerCase(java.util.Locale.ROOT).endsWith(".zip")) {
            taken.take(name, Content.of(upload.getBytes()));
            return;
        }
        Path zip = files.temporary();
        try {
            upload.transferTo(zip);
            if (Parcel.is(zip, name)) {
                Parcel.open(zip, name, verifier.largest(), taken);
            } else {
                taken.take(name, Content.of(Files.readAllBytes(zip)));
            }
        } finally {
            Files.deleteIfExists(zip);
        }
    }

    /** What came in, each with its place. */
    private final class Taken implements Parcel.Taker {
        private final UUID inquiry;
        private final int before;
        private final List<Arrived> arrived = new ArrayList<>();
        private long bytes;

        Taken(UUID inquiry, int before) {
            this.inquiry = inquiry;
            this.before = before;
        }

        @Override
        public void take(String name, Content content) {
            bytes += content.size();
            require();
            files.put(inquiry, before + arrived.size() + 1, content);
            arrived.add(new Arrived(name, null));
        }

        @Override
        public void leave(String name, Unjudged why, long size) {
            require();
            arrived.add(new Arrived(name, verifier.left(why, name, size)));
        }

        private void require() {
            if (before + arrived.size() >= MOST_FILES || bytes > MOST_BYTES) {
                throw new Refusal(AttestReason.TOO_MANY_FILES, MOST_FILES, MOST_BYTES >> 20);
            }
        }
    }

    /** A form sent without a choice has a part without name and content. */
    private static List<MultipartFile> chosen(@Nullable List<MultipartFile> uploads) {
        List<MultipartFile> chosen = uploads == null
                ? List.of()
                : uploads.stream()
                        .filter(it -> it.getOriginalFilename() != null
                                && !(it.getOriginalFilename().isEmpty() && it.isEmpty()))
                        .toList();
        if (chosen.isEmpty()) {
            throw new Refusal(AttestReason.NO_FILES);
        }
        return chosen;
    }

    private static String plain(@Nullable String typed) {
        String name = typed == null ? "" : typed;
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cc}\\p{Cf}]", "");
        return clean.length() <= LONGEST_NAME ? clean : clean.substring(0, LONGEST_NAME);
    }
}
