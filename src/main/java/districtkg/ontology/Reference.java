package districtkg.ontology;

import districtkg.vocab.Language;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The reference of the ontology as a Markdown page, each term in both languages. */
public final class Reference {
    private final List<Term> classes;
    private final List<Term> properties;
    private final List<Term> words;
    private final Map<String, Term> byName;

    /** A reference of all terms of an ontology. */
    public Reference(Terms terms) {
        this.classes = terms.classes();
        this.properties = terms.properties();
        this.words = terms.words();
        this.byName = classes.stream().collect(Collectors.toMap(Term::name, Function.identity()));
    }

    /** The complete page. */
    public String markdown() {
        List<String> page = new ArrayList<>();
        page.add(
                """
                # The model 模型

                Written by `java -jar target/districtkg.jar ontology docs/ontology.md` from `ontology/districtkg.ttl`. 由程序根据本体生成，请勿手改。

                `:` is `https://w3id.org/districtkg/ns#`. Properties marked ⚙ are derived by the rule named; the others are entered by people.
                标有⚙者由所注规则推导，其余由人录入。

                """);
        page.add(classTree());
        page.add("## Classes 类\n\n");
        classes.forEach(term -> page.add(section(term, classLines(term))));
        page.add("## Properties 属性\n\n");
        properties.forEach(term -> page.add(section(term, propertyLines(term))));
        page.add("## Closed lists 固定词表\n\n");
        words.stream().map(Term::broader).distinct().forEach(list -> page.add(table(list)));
        return String.join("", page).stripTrailing() + "\n";
    }

    private String classTree() {
        StringBuilder tree = new StringBuilder("## At a glance 一览\n\n");
        classes.stream()
                .filter(term -> term.broader().isEmpty())
                .forEach(top -> branch(tree, top, ""));
        return tree.append('\n').toString();
    }

    private void branch(StringBuilder tree, Term term, String indent) {
        tree.append(
                "%s- %s %s · %s\n"
                        .formatted(
                                indent,
                                link(term.name()),
                                label(term, Language.ZH),
                                label(term, Language.EN)));
        classes.stream()
                .filter(below -> below.broader().contains(term.name()))
                .forEach(below -> branch(tree, below, indent + "  "));
    }

    private static String section(Term term, List<String> facts) {
        return """
                ### <a id="%s"></a>`%s` %s · %s

                %s

                %s

                Example: %s 例：%s
                %s
                """
                .formatted(
                        anchor(term.name()),
                        term.name(),
                        label(term, Language.ZH),
                        label(term, Language.EN),
                        term.definitions().get(Language.EN),
                        term.definitions().get(Language.ZH),
                        term.examples().get(Language.EN),
                        term.examples().get(Language.ZH),
                        facts.stream().map(fact -> "\n- " + fact).collect(Collectors.joining())
                                + "\n");
    }

    private List<String> classLines(Term term) {
        List<String> lines = new ArrayList<>();
        add(lines, "is a 属于", links(term.broader()));
        add(lines, "properties 属性", links(propertiesOf(term)));
        add(lines, "elsewhere 外部对应", code(term.near()));
        return lines;
    }

    private static List<String> propertyLines(Term term) {
        List<String> lines = new ArrayList<>();
        add(lines, "of 用于", links(term.broader()));
        add(lines, "gives 取值", links(term.range()));
        add(lines, "⚙", term.rule().isEmpty() ? "" : "`ontology/rules/" + term.rule() + "`");
        add(lines, "elsewhere 外部对应", code(term.near()));
        return lines;
    }

    private String table(List<String> list) {
        StringBuilder rows =
                new StringBuilder(
                        "### Words of %s\n\n| word 词 | name 名称 | meaning 含义 |\n|---|---|---|\n"
                                .formatted(links(list)));
        words.stream()
                .filter(word -> word.broader().equals(list))
                .forEach(
                        word ->
                                rows.append(
                                        "| `%s` | %s · %s | %s %s |\n"
                                                .formatted(
                                                        word.name(),
                                                        label(word, Language.ZH),
                                                        label(word, Language.EN),
                                                        word.definitions().get(Language.EN),
                                                        word.definitions().get(Language.ZH))));
        return rows.append('\n').toString();
    }

    /** The properties of a class, including those of its superclasses. */
    private List<String> propertiesOf(Term term) {
        Set<String> holders = new LinkedHashSet<>();
        holders(term, holders);
        return properties.stream()
                .filter(property -> property.broader().stream().anyMatch(holders::contains))
                .map(Term::name)
                .toList();
    }

    private void holders(Term term, Set<String> found) {
        found.add(term.name());
        term.broader().stream()
                .map(byName::get)
                .forEach(
                        broader -> {
                            if (broader != null) holders(broader, found);
                        });
    }

    private static void add(List<String> lines, String key, String value) {
        if (!value.isEmpty()) {
            lines.add(key + " " + value);
        }
    }

    private static String label(Term term, Language language) {
        return term.labels().getOrDefault(language, "");
    }

    private static String links(List<String> names) {
        return names.stream().map(Reference::link).collect(Collectors.joining(", "));
    }

    private static String link(String name) {
        return name.startsWith(":")
                ? "[`%s`](#%s)".formatted(name, anchor(name))
                : "`" + name + "`";
    }

    /**
     * The anchor of a term: a class and a property may differ only in the case of their first
     * letter.
     */
    private static String anchor(String name) {
        String kind = Character.isUpperCase(name.charAt(1)) ? "class-" : "property-";
        return kind + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String code(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }
}
