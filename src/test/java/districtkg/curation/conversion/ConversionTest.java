package districtkg.curation.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkg.problem.Fault;
import districtkg.problem.Problem;
import districtkg.source.SourceRole;
import districtkg.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem.GraphMemFast;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables become Turtle and tables again, with the same bytes and the same triples. */
class ConversionTest {
    private static final SharedFiles SHARED = new SharedFiles(Path.of("ontology"), Path.of("data"));

    @TempDir private static Path folder;
    private static ToTable toTable;
    private static Map<Path, String> turtle;
    private static Sources reports;

    @BeforeAll
    static void allTables() throws IOException {
        List<Path> tables;
        try (Stream<Path> files = Files.walk(Path.of("data/reports"))) {
            tables = files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
        }
        toTable = new ToTable(SHARED);
        turtle = ToTurtle.of(tables, SHARED);
        List<Path> read = new ArrayList<>(SHARED.paths());
        read.add(Path.of("data/reports"));
        reports = Sources.read(read);
    }

    /** Writes a table of the reports as Turtle. */
    private static Path turtle(Path table) {
        try {
            Path place = Files.createDirectories(folder.resolve(table.getParent().getFileName()));
            return Files.writeString(
                    place.resolve(table.getFileName() + ".ttl"),
                    Optional.ofNullable(turtle.get(table)).orElseThrow());
        } catch (IOException unwritable) {
            throw new AssertionError(unwritable);
        }
    }

    @Test
    void everyTableOfTheReportsComesBackFromTurtleWithTheSameBytes() throws IOException {
        assertThat(turtle).hasSizeGreaterThan(100);

        List<String> changed = new ArrayList<>();
        for (Path table : turtle.keySet()) {
            String bytes = Files.readString(table);
            String back = toTable.of(turtle(table), Optional.of(table)).csv();
            if (!back.equals(bytes)) {
                changed.add(table + ": " + firstDifference(bytes, back));
            }
        }
        assertThat(changed).isEmpty();
    }

    private static String firstDifference(String one, String other) {
        List<String> lines = one.lines().toList();
        List<String> others = other.lines().toList();
        int same = 0;
        while (same < Math.min(lines.size(), others.size())
                && lines.get(same).equals(others.get(same))) {
            same++;
        }
        return String.join(
                " / ",
                lines.subList(same, Math.min(lines.size(), same + 1)).toString(),
                others.subList(same, Math.min(others.size(), same + 1)).toString());
    }

    @Test
    void theTurtleOfEveryTableHasTheTriplesOfTheTable() {
        assertThat(turtle.keySet())
                .allSatisfy(
                        table -> {
                            Graph expected = triples(reports, table);
                            assertThat(expected.isEmpty()).isFalse();
                            assertThat(
                                            triples(Sources.read(List.of(turtle(table))))
                                                    .isIsomorphicWith(expected))
                                    .isTrue();
                        });
    }

    private static Graph triples(Sources sources, Path table) {
        Graph all = new GraphMemFast();
        sources.files().stream()
                .filter(
                        file ->
                                file.path().equals(table)
                                        || file.path().equals(ToTurtle.head(table)))
                .filter(file -> file.role() != SourceRole.OPEN_STATEMENTS)
                .forEach(file -> file.graph().stream().forEach((Triple triple) -> all.add(triple)));
        return all;
    }

    private static Graph triples(Sources sources) {
        Graph all = new GraphMemFast();
        sources.files()
                .forEach(file -> file.graph().stream().forEach((Triple triple) -> all.add(triple)));
        return all;
    }

    @Test
    void theDescriptionOfTheDocumentComesBackToo() throws IOException {
        Path table = Path.of("data/reports/440303/2022.csv");
        Path out = folder.resolve("440303/2022.csv");

        ToTable.Table back = toTable.of(turtle(table), Optional.of(out));

        Path head = Files.writeString(folder.resolve("head.ttl"), back.head());
        assertThat(triples(Sources.read(List.of(head))).isIsomorphicWith(back.described()))
                .isTrue();
        assertThat(
                        triples(Sources.read(List.of(ToTurtle.head(table))))
                                .isIsomorphicWith(back.described()))
                .isTrue();
        assertThat(back.head())
                .startsWith("# The head of a report. Its statements stand in 2022.csv");
    }

    private static List<Fault> refused(String block) throws IOException {
        Path file = folder.resolve("changed.ttl");
        String words = turtle.get(Path.of("data/reports/440303/2022.csv"));
        Files.writeString(file, words + block);
        Optional<Path> none = Optional.empty();
        try {
            toTable.of(file, none);
        } catch (Problem problem) {
            return problem.faults();
        }
        return List.of();
    }

    private static final String PASSAGE =
            """
            <440303-2022#char=60,62> a :Passage ; :document id:440303-2022 ; :section id:440303-2022-s2 ; :start 60 ; :end 62 ;
                :sha256 "0000000000000000000000000000000000000000000000000000000000000000" .
            """;

    @Test
    void whatATableCannotHoldIsNamedWithLineAndIri() throws IOException {
        assertThat(refused("id:made-up-hall a :Facility ; rdfs:label \"禾泽会堂\"@zh .\n"))
                .singleElement()
                .satisfies(
                        fault -> {
                            assertThat(fault.code()).isEqualTo("not-in-table");
                            assertThat(fault.iri()).contains("id:made-up-hall");
                            assertThat(fault.locations().get(0).line()).isGreaterThan(100);
                            assertThat(fault.what()).contains("neither the document");
                        });
    }

    @Test
    void aValueThatDoesNotFollowFromTheFigureIsRefused() throws IOException {
        String figure =
                """
                id:440303-2022-made-up a :Outcome ; rdfs:label "甲"@zh , "a"@en ; :place id:440303 ; :indicator v:gdp-growth ;
                    :value 7.0 ; :unit unit:PERCENT ; :bound :exactly ; :statedValue 6.0 ; :statedUnit v:percent ;
                    :date "2021"^^xsd:gYear ; :source <440303-2022#char=60,62> .
                """;

        assertThat(refused(figure + PASSAGE))
                .extracting(Fault::what)
                .singleElement()
                .asString()
                .contains(":value 6.0");
    }

    @Test
    void aStatementThatIsCitedByParagraphIsRefused() throws IOException {
        String cited =
                """
                id:440303-2022-made-up a :Outcome ; rdfs:label "甲"@zh , "a"@en ; :place id:440303 ; :date "2021"^^xsd:gYear ;
                    :source id:440303-2022-p3 .
                """;

        assertThat(refused(cited))
                .extracting(Fault::what)
                .containsExactly(
                        "its source is no passage of the document, and a row needs the characters that state it");
    }

    @Test
    void whatNoColumnSaysGoesToTheLastCell() throws IOException {
        Path file = folder.resolve("more.ttl");
        String words = turtle.get(Path.of("data/reports/440303/2022.csv"));
        Files.writeString(
                file,
                words
                        + """
                        id:440303-2022-made-up a :Outcome ; rdfs:label "甲"@zh , "a"@en ; :place id:440303 ; :indicator v:gdp-growth ;
                            :value 6.0 ; :unit unit:PERCENT ; :bound :exactly ; :statedValue 6.0 ; :statedUnit v:percent ;
                            :date "2021"^^xsd:gYear ; :onComparableBasis true ; :source <440303-2022#char=60,62> .
                        """
                        + PASSAGE);

        List<String> lines = toTable.of(file, Optional.empty()).csv().lines().toList();

        assertThat(lines.get(lines.size() - 1))
                .isEqualTo(
                        "made-up,outcome,,,v:gdp-growth,,,6,,%,exactly,2021,,printed,,,,甲,a,60,62,"
                                + "0".repeat(64)
                                + ",:onComparableBasis true");
    }

    @Test
    void aFileWithoutADocumentIsRefused() {
        Path lists = Path.of("data/lists/units.ttl");
        Optional<Path> none = Optional.empty();

        assertThatThrownBy(() -> toTable.of(lists, none))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("not-in-table");
    }

    @Test
    void aTableOfPlacesIsRefused() {
        List<Path> places = List.of(Path.of("data/places/divisions.csv"));

        assertThatThrownBy(() -> ToTurtle.of(places, SHARED))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("not-in-table");
    }

    @Test
    void targetsWhoseNumberIsNotPrintedAreAllThatDoesNotFitOfADocumentWrittenByHand() {
        Path document = Path.of("data/documents/lusong/lusong-2020.ttl");
        Optional<Path> none = Optional.empty();

        assertThatThrownBy(() -> toTable.of(document, none))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.faults())
                                        .hasSize(2)
                                        .allSatisfy(
                                                fault -> {
                                                    assertThat(fault.what())
                                                            .isEqualTo(
                                                                    "number: a target has a figure");
                                                    assertThat(fault.locations().get(0).line())
                                                            .isPositive();
                                                }));
    }
}
