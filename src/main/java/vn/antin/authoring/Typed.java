package vn.antin.authoring;

import org.springframework.util.MultiValueMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.antin.template.TemplateFiles;

/**
 * What stands in the form of a template: the manifest's words one by one, the other files as they are. Public because
 * pages read it.
 */
public record Typed(
        String kind,
        String title,
        String description,
        String retention,
        String signedBy,
        String order,
        String fields,
        String text,
        String sample,
        String note) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** As the files say. */
    static Typed of(TemplateFiles files) {
        JsonNode manifest = manifest(files);
        return new Typed(
                manifest.path("kind").asString(""),
                manifest.path("title").asString(""),
                manifest.path("description").asString(""),
                manifest.path("retention").asString(""),
                manifest.path("signedBy").asString(""),
                manifest.path("order").asString(""),
                files.text(TemplateFiles.FIELDS),
                files.text(TemplateFiles.TEXT),
                files.text(TemplateFiles.SAMPLE),
                "");
    }

    /** As the browser sends it: line ends of a form are CR LF (HTML, form submission), ours are LF. */
    static Typed of(MultiValueMap<String, String> form) {
        return new Typed(
                word(form, "loai"),
                word(form, "ten"),
                word(form, "mo-ta"),
                word(form, "bao-quan"),
                word(form, "nguoi-ky"),
                word(form, "thu-tu"),
                word(form, "cau-hoi"),
                word(form, "van-ban"),
                word(form, "tra-loi-mau"),
                word(form, "ghi-chu"));
    }

    private static String word(MultiValueMap<String, String> form, String name) {
        String typed = form.getFirst(name);
        return typed == null ? "" : typed.replace("\r\n", "\n");
    }

    /** The files with these words in them. Files that say the same as before keep every byte. */
    TemplateFiles onto(TemplateFiles base) {
        TemplateFiles files = manifest(base).equals(manifestOnto(base))
                ? base
                : base.with(TemplateFiles.MANIFEST, JSON.writeValueAsString(manifestOnto(base)) + "\n");
        files = replaced(files, TemplateFiles.FIELDS, fields);
        files = replaced(files, TemplateFiles.TEXT, text);
        return replaced(files, TemplateFiles.SAMPLE, sample);
    }

    private static TemplateFiles replaced(TemplateFiles files, String file, String text) {
        return files.text(file).replace("\r\n", "\n").equals(text) ? files : files.with(file, text);
    }

    private static ObjectNode manifest(TemplateFiles files) {
        try {
            return JSON.readTree(files.text(TemplateFiles.MANIFEST)) instanceof ObjectNode it
                    ? it
                    : JSON.createObjectNode();
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }

    /** What the form does not ask stays as it was. */
    private ObjectNode manifestOnto(TemplateFiles base) {
        ObjectNode manifest = manifest(base);
        manifest.put("kind", kind)
                .put("title", title.strip())
                .put("description", description.strip())
                .put("retention", retention.strip())
                .put("signedBy", signedBy.strip());
        if (order.strip().matches("-?\\d{1,6}")) {
            manifest.put("order", Integer.parseInt(order.strip()));
        } else {
            manifest.put("order", order);
        }
        return manifest;
    }
}
