package districtkg.quantity;

import districtkg.lexicon.Lexicon;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of {@code words.tsv}, by what they do. */
public final class Words {
    private static final Map<String, List<String>> CLASSES =
            Lexicon.beside(Words.class, "words.tsv").rows().stream()
                    .collect(
                            Collectors.groupingBy(
                                    row -> row.get("class"),
                                    Collectors.mapping(
                                            row -> row.get("pattern"), Collectors.toList())));

    private Words() {}

    /** Any word of a class, longest first. */
    static String any(String kind) {
        return CLASSES.getOrDefault(kind, List.of()).stream()
                .sorted((one, other) -> Integer.compare(other.length(), one.length()))
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    /** A pattern in which {@code {kind}} stands for any word of a class. */
    public static Pattern pattern(String template) {
        String words = template;
        for (String kind : CLASSES.keySet()) {
            words = words.replace("{" + kind + "}", any(kind));
        }
        return Pattern.compile(words);
    }
}
