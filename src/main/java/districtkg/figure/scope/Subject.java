package districtkg.figure.scope;

import districtkg.lexicon.Lexicon;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The subject of a figure, if its words name something other than the place of the report.
 *
 * @param kind kind of subject
 * @param name as printed
 */
public record Subject(Kind kind, String name) {
    /** Kinds of subjects. */
    public enum Kind {
        /** The country, province or city that the place belongs to. */
        HIGHER_PLACE,
        /** A town or a street of the place. */
        TOWN,
        /** An industry or a branch of one. */
        INDUSTRY,
        /** A park or a zone. */
        PARK,
        /** A company or a group of companies. */
        COMPANY,
        /** A project or a facility. */
        PROJECT
    }

    /** A row of {@code subjects.tsv}. */
    private record Sign(Kind kind, Pattern pattern) {}

    private static final List<Sign> SIGNS =
            Lexicon.beside(Subject.class, "subjects.tsv").rows().stream()
                    .map(
                            row ->
                                    new Sign(
                                            Kind.valueOf(row.get("kind").toUpperCase(Locale.ROOT)),
                                            Pattern.compile(row.get("pattern"))))
                    .toList();

    /**
     * The subject with which the words of an indicator start.
     *
     * @param name of the indicator, without its verb: 开发区主营业务收入
     */
    public static Optional<Subject> of(String name) {
        for (Sign sign : SIGNS) {
            Matcher named = sign.pattern().matcher(name);
            if (named.find()) {
                return Optional.of(new Subject(sign.kind(), named.group("name")));
            }
        }
        return Optional.empty();
    }

    /** As drafts write it: higher-place. */
    public String word() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
