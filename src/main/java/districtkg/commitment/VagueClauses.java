package districtkg.commitment;

import districtkg.lexicon.Lexicon;
import java.util.List;
import java.util.regex.Pattern;

/** Tells the clauses that state an aim which nobody can check later, by {@code vague.tsv}. */
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
