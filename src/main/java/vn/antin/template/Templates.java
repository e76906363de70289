package vn.antin.template;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;

/**
 * The templates (mẫu văn bản) that can be used: those of this installation, read once from the folder
 * {@code antin.templates}, and what each body has put in their place or beside them.
 *
 * <p>Whatever is handed out here is kept for ever first, so that every document finds the exact revision it was written
 * with, though the folder's files change.
 */
@Component
public class Templates {
    private static final Logger LOG = LoggerFactory.getLogger(Templates.class);
    private static final long CACHED_BYTES = 64L << 20;

    private final InstalledTemplates installed;
    private final TemplateRevisions revisions;
    private final RevisionFolder folder;
    private final Set<String> kept = ConcurrentHashMap.newKeySet();
    private final Cache<String, TemplateRevision> opened = Caffeine.newBuilder()
            .maximumWeight(CACHED_BYTES)
            .weigher((String name, TemplateRevision it) -> it.files().size())
            .build();

    Templates(@Value("${antin.templates}") Path templates, TemplateRevisions revisions, RevisionFolder folder)
            throws IOException {
        this.installed = new InstalledTemplates(templates);
        this.revisions = revisions;
        this.folder = folder;
    }

    /** Keeps all of the installation's templates, and retires those that it no longer has. */
    void keepInstalled() {
        try {
            installed.usable().forEach(this::keep);
            revisions.retireInstalledExcept(installed.names());
        } catch (Refusal refusal) {
            // What works without templates must work on a full disk too; whoever uses one is told.
            LOG.warn("The installation's templates cannot be kept yet", refusal);
        }
    }

    /** The installation's templates that can be used, in the order their manifests ask for. */
    public List<TemplateRevision> all() {
        return installed.usable().stream().map(this::keep).toList();
    }

    /** The templates that the body can use: its own revisions in place of the installation's, and its own alone. */
    public List<TemplateRevision> all(AgencyId agency) {
        Map<String, TemplateRevision> usable = new TreeMap<>();
        all().forEach(it -> usable.put(it.name(), it));
        for (KeptRevision line : revisions.inForce(agency)) {
            try {
                usable.put(line.name(), revision(line.name(), line.digest()));
            } catch (Refusal refusal) {
                LOG.warn("Template {} of {} cannot be used: {}", line.name(), agency, refusal.arguments(), refusal);
                usable.remove(line.name());
            }
        }
        var ordered = new ArrayList<>(usable.values());
        ordered.sort(InstalledTemplates.IN_ORDER);
        return List.copyOf(ordered);
    }

    /** The installation's template of that name as it stands today, or a refusal. */
    public TemplateRevision named(String name) {
        return keep(installed.named(name));
    }

    /** The template of that name that is in force for the body, or a refusal. */
    public TemplateRevision named(AgencyId agency, String name) {
        return revisions
                .inForce(agency, name)
                .map(it -> revision(name, it.digest()))
                .orElseGet(() -> named(name));
    }

    /**
     * The template with which something that was written before is written again: what is in force for the body, or the
     * revision it had when nothing of that name is any more.
     */
    public TemplateRevision inForceOr(AgencyId agency, String name, Sha256 before) {
        boolean offered = installed.find(name).isPresent()
                || revisions.inForce(agency, name).isPresent();
        return offered ? named(agency, name) : revision(name, before);
    }

    /** A revision that was ever in force, as a document names it ({@code ke-hoach@<SHA-256>}), or a refusal. */
    public TemplateRevision revision(String name, Sha256 digest) {
        var cached = opened.getIfPresent(key(name, digest));
        if (cached != null) {
            return cached;
        }
        if (!revisions.wasInForce(name, digest)) {
            throw new Refusal(TemplateReason.UNKNOWN_REVISION, digest.hex().substring(0, 12));
        }
        TemplateRevision read = folder.get(digest).open(name);
        opened.put(key(name, digest), read);
        return read;
    }

    /** The bytes of the questions of a revision that was ever in force; empty for any other. */
    public Optional<byte[]> fieldsSchema(String name, Sha256 digest) {
        return revisions.wasInForce(name, digest)
                ? Optional.of(revision(name, digest).files().bytes(TemplateFiles.FIELDS))
                : Optional.empty();
    }

    private TemplateRevision keep(TemplateRevision it) {
        if (!kept.contains(it.toString())) {
            revisions.keepInstalled(it);
            kept.add(it.toString());
        }
        return it;
    }

    private static String key(String name, Sha256 digest) {
        return name + "@" + digest;
    }
}
