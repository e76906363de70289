package vn.antin.word;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.antin.agency.Agency;
import vn.antin.compose.Annex;
import vn.antin.compose.Block;
import vn.antin.template.Field;
import vn.antin.template.TemplateRevision;

/**
 * A draft as answers to a template's questions.
 *
 * @param remarks what the template asks for no place of, and what its notation cannot say
 */
public record DraftAnswers(ObjectNode answers, List<Remark> remarks) {
    public DraftAnswers {
        remarks = List.copyOf(remarks);
    }

    /** The answers, filled as far as the template asks for what the draft has. */
    public static DraftAnswers of(WordDraft draft, TemplateRevision template, Agency issuer) {
        var account = new Account();
        var filling = new Filling(template, account);
        var notation = new Notation(account);
        account.at("văn bản");
        filling.put("subject", draft.subject());
        filling.put("unit", draft.unit(issuer));
        filling.lines(
                "legalBases",
                draft.legalBases().stream()
                        .map(it -> Notation.inline(it, false))
                        .toList());
        filling.lines("addressees", draft.addressees());
        filling.put("body", notation.of(withoutEnacting(draft)));
        filling.lines("recipients", draft.recipients());
        var marks = draft.marks();
        filling.put(
                "urgency",
                marks.urgency() == null ? "" : capitalised(marks.urgency().words()));
        filling.put(
                "circulation",
                marks.circulation() == null
                        ? ""
                        : capitalised(marks.circulation().words()));
        filling.put("drafter", marks.drafter());
        filling.annexes(draft.annexes(), notation);
        draft.cosigners().forEach(it -> account.tell(Remark.Sort.NO_FIELD, it.capacity() + " " + it.fullName()));
        return new DraftAnswers(filling.answers, account.remarks());
    }

    /** {@code QUYẾT ĐỊNH:} over the articles is written by the template. */
    private static List<Block> withoutEnacting(WordDraft draft) {
        List<Block> body = draft.body();
        boolean enacting = !body.isEmpty()
                && body.getFirst() instanceof Block.Centred line
                && line.text().plain().equals(draft.kind().heading() + ":");
        return enacting ? body.subList(1, body.size()) : body;
    }

    private static String capitalised(String words) {
        return words.substring(0, 1) + words.substring(1).toLowerCase(java.util.Locale.ROOT);
    }

    private record Filling(TemplateRevision template, Account account, ObjectNode answers) {
        Filling(TemplateRevision template, Account account) {
            this(template, account, JsonNodeFactory.instance.objectNode());
        }

        private boolean asks(String name) {
            return template.fields().stream().anyMatch(it -> it.name().equals(name));
        }

        private void given(String name, String words, Consumer<String> put) {
            if (words.isBlank()) {
                return;
            }
            if (asks(name)) {
                put.accept(name);
            } else {
                account.tell(Remark.Sort.NO_FIELD, words);
            }
        }

        void put(String name, String text) {
            given(name, text, it -> answers.put(it, text));
        }

        void lines(String name, List<String> lines) {
            given(name, String.join("\n", lines), it -> {
                boolean list = template.fields().stream()
                        .anyMatch(field -> field.name().equals(it) && field.sort() == Field.Sort.LINES);
                if (list) {
                    var array = answers.putArray(it);
                    lines.forEach(array::add);
                } else {
                    answers.put(it, String.join(" ", lines));
                }
            });
        }

        void annexes(List<Annex> annexes, Notation notation) {
            var words = new ArrayList<String>();
            annexes.forEach(it -> words.add(it.title() + "\n" + it.reference() + "\n" + notation.of(it.body())));
            given("annexes", String.join("\n", words), name -> {
                var array = answers.putArray(name);
                for (Annex it : annexes) {
                    var annex = array.addObject();
                    annex.put("title", it.title());
                    if (!it.reference().isBlank()) {
                        annex.put("reference", it.reference());
                    }
                    if (it.landscape()) {
                        annex.put("orientation", "Trang ngang");
                    }
                    annex.put("body", notation.of(it.body()));
                }
            });
        }
    }
}
