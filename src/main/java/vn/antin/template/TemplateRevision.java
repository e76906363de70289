package vn.antin.template;

import freemarker.template.Template;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import vn.antin.kernel.DocumentKind;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;

/** One template exactly as its files stand; another byte in any of them is another revision. */
public final class TemplateRevision {
    private final String name;
    private final TemplateFiles files;
    private final Manifest manifest;
    private final Questions questions;
    private final JsonNode sample;
    private final Template text;
    private final Sandbox.Bounds bounds;

    TemplateRevision(
            String name,
            TemplateFiles files,
            Manifest manifest,
            Questions questions,
            JsonNode sample,
            Template text,
            Sandbox.Bounds bounds) {
        this.name = name;
        this.files = files;
        this.manifest = manifest;
        this.questions = questions;
        this.sample = sample;
        this.text = text;
        this.bounds = bounds;
    }

    public String name() {
        return name;
    }

    /** Over all files of the template, names and lengths included. */
    public Sha256 digest() {
        return files.digest();
    }

    /** Byte for byte. */
    public TemplateFiles files() {
        return files;
    }

    public DocumentKind kind() {
        return manifest.kind();
    }

    public String title() {
        return manifest.title();
    }

    public String description() {
        return manifest.description();
    }

    /** How long the original is kept (thời hạn bảo quản). */
    public String retention() {
        return manifest.retention();
    }

    /** Who signs such a document, in words. */
    public String signedBy() {
        return manifest.signedBy();
    }

    int order() {
        return manifest.order();
    }

    /** The questions in the order of the schema. */
    public List<Field> fields() {
        return questions.fields();
    }

    /** Answers that make a document, to copy from. */
    public JsonNode sample() {
        return sample.deepCopy();
    }

    /** What is wrong with the answers, in the order of the questions; empty when a document can be made of them. */
    public List<FieldProblem> problems(JsonNode answers) {
        return questions.problems(answers);
    }

    /**
     * The answers as the text uses them: NFC, blank ones left out or empty, an outline as one string with a line for
     * each paragraph, lines as a list, a date in words ({@code ngày 05 tháng 02 năm 2026}). Only for answers without
     * problems.
     */
    public Map<String, Object> answers(JsonNode answers) {
        return questions.model(answers);
    }

    /** Where the refusal of {@link #fill} says the text is wrong. */
    public TemplateTrouble trouble(Refusal refusal) {
        return TemplateTrouble.of(refusal, files.text(TemplateFiles.TEXT));
    }

    /** The text filled from the model, as XML; a refusal when the template is hostile or broken. */
    public String fill(Map<String, Object> model) {
        return Sandbox.run(text, model, bounds);
    }

    @Override
    public String toString() {
        return name + "@" + digest();
    }
}
