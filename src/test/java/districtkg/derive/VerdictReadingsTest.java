package districtkg.derive;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.graph.GraphReader;
import districtkg.source.Sources;
import districtkg.vocab.Dkg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whoever is judged is judged twice: docs/decisions/verdict-readings.md has a row for each promise
 * of Lusong that the rules decide, docs/decisions/verdict-readings.csv one for each promise of the
 * reports of other places, with the verdict on which rules and reader agree.
 */
class VerdictReadingsTest {
    private static final Path READINGS = Path.of("docs/decisions/verdict-readings.md");
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z0-9-]+)` \\|");
    private static final Path READ_REPORTS = Path.of("docs/decisions/verdict-readings.csv");

    /** A promise of a report that is kept as a table: its place by code, its year. */
    private static final Pattern OF_A_REPORT = Pattern.compile("^\\d{6}(-[a-z]+)?-\\d{4}-");

    private static final Sources REAL = Fixture.real();
    private static final GraphReader THINGS = new GraphReader(Fixture.realGraph());

    /** Those of the list that the ontology has; a verdict that decides nothing is none of them. */
    private static final List<String> DECIDED =
            List.of(
                    "kept",
                    "keptLate",
                    "keptAfterPostponement",
                    "done",
                    "overdue",
                    "missed",
                    "postponed");

    @Test
    void everyDecidedVerdictHasASecondReading() throws IOException {
        Set<String> decided =
                DECIDED.stream()
                        .flatMap(verdict -> THINGS.subjects(Dkg.term("verdict"), Dkg.term(verdict)))
                        .map(promise -> promise.getURI().substring(Dkg.ID.length()))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(decided).hasSizeGreaterThan(15);
        assertThat(read()).containsAll(decided);
    }

    @Test
    void aReadingIsOfAPromiseThatIsThere() throws IOException {
        assertThat(read())
                .allMatch(promise -> THINGS.knows(Dkg.iri(Dkg.ID + promise)))
                .hasSizeGreaterThan(20);
    }

    @Test
    void everyDecidedVerdictOfTheReportsIsThatOfItsSecondReader() throws IOException {
        GraphReader corpus = Fixture.corpus().things();
        Map<String, String> decided = new TreeMap<>();
        for (String verdict : DECIDED) {
            corpus.subjects(Dkg.term("verdict"), Dkg.term(verdict))
                    .map(promise -> promise.getURI().substring(Dkg.ID.length()))
                    .filter(promise -> OF_A_REPORT.matcher(promise).find())
                    .forEach(promise -> decided.put(promise, verdict));
        }

        Map<String, String> read = new TreeMap<>();
        for (String line : Files.readAllLines(READ_REPORTS)) {
            String[] cells = line.split(",", 4);
            if (OF_A_REPORT.matcher(cells[0]).find()) {
                assertThat(cells[2]).as(line).isEqualTo(cells[1]);
                read.put(cells[0], cells[1]);
            }
        }
        assertThat(decided).hasSizeGreaterThan(1000).isEqualTo(read);
    }

    private static List<String> read() throws IOException {
        try (Stream<String> lines = Files.lines(READINGS)) {
            return lines.map(ROW::matcher).filter(Matcher::find).map(row -> row.group(1)).toList();
        }
    }
}
