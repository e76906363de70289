package vn.antin.authoring;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;
import vn.antin.template.TemplateReason;
import vn.antin.template.Templates;

/**
 * The questions of any revision that was ever in force, for everyone: a signed document's data name this address, and
 * whoever receives them reads there what they mean. Questions are no content; drafts are not shown.
 */
@RestController
class PublicSchemas {
    private static final MediaType JSON_SCHEMA = MediaType.parseMediaType("application/schema+json");

    private final Templates templates;

    PublicSchemas(Templates templates) {
        this.templates = templates;
    }

    @GetMapping("/mau-van-ban/{name}/{digest:[0-9a-f]{64}}/fields.schema.json")
    ResponseEntity<byte[]> schema(@PathVariable String name, @PathVariable String digest) {
        byte[] schema = templates
                .fieldsSchema(name, new Sha256(digest))
                .orElseThrow(() -> new Refusal(TemplateReason.UNKNOWN_REVISION, digest.substring(0, 12)));
        return ResponseEntity.ok()
                .contentType(JSON_SCHEMA)
                // The digest is in the address, so another text has another address.
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(schema);
    }
}
