package districtkg.commitment;

import districtkg.lexicon.Lexicon;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Recognizes clauses that state an aim which cannot be checked later, by the patterns of {@code
 * vague.tsv}.
 */
final class VagueClauses {
    private static final List<Pattern> PATTERNS =
            Lexicon.beside(VagueClauses.class, "vague.tsv").rows().stream()
                    .map(row -> Pattern.compile(row.get("pattern")))
                    .toList();

    private VagueClauses() {}

    /** Whether a clause, without marks around it, is one of them. */
    static boolean contain(String clause) {
        return PATTERNS.stream().anyMatch(pattern -> pattern.matcher(clause).find());
    }
}
