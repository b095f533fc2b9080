package districtkg.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkg.problem.Fault;
import districtkg.problem.Problem;
import districtkg.source.SourceRole;
import districtkg.source.Sources;
import districtkg.source.TripleLocations;
import districtkg.validate.Validation;
import districtkg.vocab.Dkg;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table gives the triples of the same statements in Turtle, and a fault names its cell. */
class TableReaderTest {
    private static final String DIGEST =
            "0000000000000000000000000000000000000000000000000000000000000000";
    private static final String COLUMNS =
            "id,kind,about,place,indicator,measure_zh,measure_en,number,upper,unit,bound,period,periodKind,status,strength,topic,start,end,sha256,more\n";
    private static final String OUTCOME =
            "1,outcome,,,v:gdp-growth,,,6.5,,%,exactly,2021,,,,,10,14," + DIGEST + ",\n";

    @TempDir private Path data;
    private Path table;

    @BeforeEach
    void aMadeUpCounty() throws IOException {
        Path folder = Files.createDirectories(data.resolve("reports/999901"));
        Files.writeString(
                data.resolve("places.csv"),
                """
                code,zh,en,enSource,level,parent,start,end,newCodes
                990000,江海省,Jianghai,usual,province,,1981,,
                999900,云河市,Yunhe,usual,city,990000,1981,,
                999901,青浦区,Qingpu District,pinyin,county,999900,2015,,
                999921,青浦县,Qingpu County,pinyin,county,999900,1981,2015,999901
                """);
        Files.writeString(
                folder.resolve("things.csv"),
                """
                id,zh,en,kind
                government,青浦区人民政府,People's Government of Qingpu District,government
                north-station,青浦北站,Qingpu North Station,facility
                """);
        Files.writeString(
                folder.resolve("2022.ttl"),
                """
                @prefix : <https://w3id.org/districtkg/ns#> .
                @prefix id: <https://w3id.org/districtkg/id/> .
                @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                @prefix v: <https://w3id.org/districtkg/vocab/> .
                @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
                id:999901-2022 a :Document ; rdfs:label "报告"@zh , "report"@en ; :kind v:work-report ;
                    :reliability :copy ; :place id:999901 ; :publisher id:999901-government ;
                    :published "2022"^^xsd:gYear ; :characters 100 ; :bodyStart 0 ; :bodyEnd 100 ; :sha256 "%s" .
                id:999901-2022-s1 a :Section ; rdfs:label "回顾"@zh , "review"@en ;
                    :document id:999901-2022 ; :start 0 ; :end 90 ; :entered true .
                """
                        .formatted(DIGEST));
        table = folder.resolve("2022.csv");
    }

    private Sources read(String rows) throws IOException {
        Files.writeString(table, COLUMNS + rows);
        return read();
    }

    private Sources read() {
        return Sources.read(List.of(Path.of("ontology"), Path.of("data/lists"), data));
    }

    private static Graph statements(Sources sources) {
        return sources.files().stream()
                .filter(file -> file.role() == SourceRole.STATEMENTS)
                .findFirst()
                .orElseThrow()
                .graph();
    }

    private static List<String> codes(Problem problem) {
        return problem.faults().stream().map(Fault::code).toList();
    }

    @Test
    void aRowGivesTheTriplesOfTheSameStatementInTurtle() throws IOException {
        Graph expected = GraphFactory.createDefaultGraph();
        RDFParser.fromString(
                        """
                        @prefix : <https://w3id.org/districtkg/ns#> .
                        @prefix id: <https://w3id.org/districtkg/id/> .
                        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                        @prefix unit: <http://qudt.org/vocab/unit/> .
                        @prefix v: <https://w3id.org/districtkg/vocab/> .
                        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
                        id:999901-2022-1 a :Target ;
                            rdfs:label "目标"@zh , "Target"@en ;
                            :place id:999901 ; :indicator v:urban-jobs-added ; :value 12000.0 ; :unit unit:NUM ; :bound :atLeast ;
                            :statedValue 1.2 ; :statedUnit v:wan-ren ; :strength :ensured ; :due "2022"^^xsd:gYear ;
                            :inferred :due ; :source <https://w3id.org/districtkg/id/999901-2022#char=10,16> .
                        <https://w3id.org/districtkg/id/999901-2022#char=10,16> a :Passage ; :document id:999901-2022 ;
                            :section id:999901-2022-s1 ; :start 10 ; :end 16 ; :sha256 "%s" .
                        """
                                .formatted(DIGEST),
                        Lang.TURTLE)
                .parse(expected);

        Graph read =
                statements(
                        read(
                                "1,target,,,v:urban-jobs-added,,,1.2,,万人,atLeast,2022,,,ensured,,10,16,"
                                        + DIGEST
                                        + ",\n"));

        assertThat(withoutLabels(read))
                .containsExactlyInAnyOrderElementsOf(withoutLabels(expected));
    }

    private static List<String> withoutLabels(Graph graph) {
        return graph.stream()
                .filter(triple -> !triple.getPredicate().getLocalName().equals("label"))
                .map(Object::toString)
                .toList();
    }

    @Test
    void labelsAreComposedInBothLanguages() throws IOException {
        Graph read = statements(read(OUTCOME));

        assertThat(
                        read.stream()
                                .filter(
                                        triple ->
                                                triple.getPredicate()
                                                        .getLocalName()
                                                        .equals("label"))
                                .map(triple -> triple.getObject().getLiteralLexicalForm()))
                .containsExactlyInAnyOrder(
                        "地区生产总值增长率（青浦区，2021年）", "GDP growth (Qingpu District, 2021)");
    }

    @Test
    void everyKindOfRowConformsToTheShapes() throws IOException {
        String rows =
                """
                2,target,,,v:urban-jobs-added,,,1.2,,万人,atLeast,2022,,,ensured,,10,16,D,
                3,outcome,青浦北站,,,,,,,,,2021,,started,,,20,24,D,
                4,commitment,青浦北站,,,,,,,,,2023,,completed,intended,,25,30,D,
                5,outcome,,,,家庭医生签约人数,residents with a family doctor,5.7,,万人,exactly,2021,,,,,31,36,D,
                6,recognition,,,,健康管理率排名,rank by health management,1,,rank,,2021,,,,,37,40,D,
                7,recognition,,,,降尘考核,dust assessment,3,,years,,2021,,,,,41,44,D,
                8,expectation,,,v:gdp-growth,,,6,7,%,exactly,2022,,,,,45,49,D,
                9,outcome,,,v:gdp-growth,,,7,,%,approximately,2016/2020,average,,,,50,55,D,
                10,outcome,,999900,v:gdp-growth,,,-2.5,,%,exactly,2021,,,,,56,60,D,:firstIn id:999900
                ,idiom,,,,,,,,,,,,,,,61,63,D,
                ,mention,青浦北站,,,,,,,,,,,,,,64,68,D,
                """;
        Sources sources = read(OUTCOME + rows.replace(",D,", "," + DIGEST + ","));

        List<SourceRole> roles =
                sources.files().stream().map(file -> file.role()).distinct().toList();
        assertThat(roles)
                .contains(SourceRole.STATEMENTS, SourceRole.OPEN_STATEMENTS, SourceRole.IDIOMS);
        assertThat(Validation.of(sources))
                .filteredOn(fault -> fault.severity() == Fault.Severity.ERROR)
                .isEmpty();
        // All rows, not only those that say more than the columns:
        Path turtle = data.resolve("reports/999901/all.ttl");
        Graph all = statements(sources);
        Files.delete(table);
        try (OutputStream out = Files.newOutputStream(turtle)) {
            Graph whole = GraphFactory.createDefaultGraph();
            RDFParser.source(data.resolve("reports/999901/2022.ttl")).parse(whole);
            all.stream().forEach(whole::add);
            RDFDataMgr.write(out, whole, Lang.TURTLE);
        }
        Files.delete(data.resolve("reports/999901/2022.ttl"));
        assertThat(Validation.of(read()))
                .filteredOn(fault -> fault.severity() == Fault.Severity.ERROR)
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    table-form                | 1,outcome,,,v:gdp-growth,,,6.5,,%,exactly,2021,,,,,10,14,D | a cell is missing
                    table-cell                | 1,outcome,,,v:gdp-growth,,,six,,%,exactly,2021,,,,,10,14,D, | no number
                    table-mangled             | 1,outcome,,,v:gdp,,,2.57E+11,,元,exactly,2021,,,,,10,14,D, | a spreadsheet wrote the number
                    table-mangled             | 1,outcome,,,v:gdp,,,"1,302.15",,亿元,exactly,2021,,,,,10,14,D, | with a comma
                    table-mangled             | 1,outcome,,,v:gdp-growth,,,6.5%,,%,exactly,2021,,,,,10,14,D, | with its unit
                    table-mangled             | 1,outcome,,,v:gdp-growth,,,6.5,,%,exactly,Jun-21,,,,,10,14,D, | a spreadsheet wrote the month
                    table-cell                | 1,outcome,,,v:gdp-growth,,,6.5,,%,exactly,2021-13,,,,,10,14,D, | no such month
                    table-name                | 1,outcome,,,v:unheard-of,,,6.5,,%,exactly,2021,,,,,10,14,D, | no such indicator
                    table-name                | 1,outcome,,,v:gdp-growth,,,6.5,,斛,exactly,2021,,,,,10,14,D, | no such unit
                    table-name                | 1,outcome,无名站,,,,,,,,,2021,,started,,,10,14,D, | no such thing
                    table-name                | 1,outcome,,123456,v:gdp-growth,,,6.5,,%,exactly,2021,,,,,10,14,D, | no such place
                    table-name                | 1,wish,,,v:gdp-growth,,,6.5,,%,exactly,2021,,,,,10,14,D, | no such kind
                    table-id                  | ,outcome,,,v:gdp-growth,,,6.5,,%,exactly,2021,,,,,10,14,D, | no id
                    table-row                 | 1,outcome,,,v:gdp-growth,,,6.5,,%,exactly,,,,,,10,14,D, | no time
                    table-row                 | 1,target,,,v:gdp-growth,,,6.5,,%,exactly,2022,,,,,10,14,D, | no strength
                    target-figure             | 1,target,青浦北站,,,,,,,,,2022,,completed,intended,,10,14,D, | no figure
                    figure-unit-of-indicator  | 1,outcome,,,v:gdp,,,6.5,,%,exactly,2021,,,,,10,14,D, | percent of an amount of money
                    figure-percent            | 1,outcome,,,v:gdp-growth,,,6500,,%,exactly,2021,,,,,10,14,D, | over 1000 percent
                    figure-range              | 1,outcome,,,v:gdp-growth,,,7,6,%,exactly,2021,,,,,10,14,D, | upside down
                    figure-indicator          | 1,outcome,,,,,,7,,%,exactly,2021,,,,,10,14,D, | nothing is measured
                    due-before-document       | 1,target,,,v:gdp-growth,,,7,,%,exactly,2020,,,intended,,10,14,D, | a deadline before the report
                    outcome-in-future         | 1,outcome,,,v:gdp-growth,,,7,,%,exactly,2023,,,,,10,14,D, | done after the report
                    recognition-rank          | 1,recognition,,,,排名,rank,0,,rank,,2021,,,,,10,14,D, | rank 0
                    passage-in-body           | 1,outcome,,,v:gdp-growth,,,6.5,,%,exactly,2021,,,,,10,140,D, | beyond the body
                    passage-section           | 1,outcome,,,v:gdp-growth,,,6.5,,%,exactly,2021,,,,,88,94,D, | in no section
                    passage-digest-form       | 1,outcome,,,v:gdp-growth,,,6.5,,%,exactly,2021,,,,,10,14,abc, | no digest
                    label-english-letters     | 1,outcome,,,,人数,人 number,6.5,,%,exactly,2021,,,,,10,14,D, | Chinese in English
                    """)
    void aFaultNamesItsCell(String code, String row, String why) throws IOException {
        assertThatThrownBy(
                        () ->
                                read(
                                        OUTCOME.replace("1,o", "9,o")
                                                + row.replace(",D", "," + DIGEST)
                                                + "\n"))
                .as(why)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> {
                            assertThat(codes(problem)).containsOnly(code);
                            assertThat(problem.faults().get(0).toString()).contains("2022.csv:3");
                        });
    }

    @Test
    void allFaultsAreReportedTogether() {
        assertThatThrownBy(
                        () ->
                                read(
                                        OUTCOME.replace("6.5", "six")
                                                + OUTCOME.replace("1,o", "2,o")
                                                        .replace("exactly", "precisely")))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(codes(problem))
                                        .containsExactlyInAnyOrder("table-cell", "table-name"));
    }

    @Test
    void aByteOrderMarkQuotesAndWindowsLinesAreRead() throws IOException {
        Graph plain = statements(read(OUTCOME));
        Files.writeString(
                table,
                "\uFEFF" + (COLUMNS + OUTCOME.replace("6.5", "\"6.5\"")).replace("\n", "\r\n"));

        assertThat(statements(read()).isIsomorphicWith(plain)).isTrue();
    }

    @Test
    void semicolonsAreReported() {
        assertThatThrownBy(
                        () -> {
                            Files.writeString(table, (COLUMNS + OUTCOME).replace(',', ';'));
                            read();
                        })
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.getMessage())
                                        .contains("table-form", "CSV UTF-8 (comma delimited)"));
    }

    @Test
    void aTableInAnotherEncodingIsReported() throws IOException {
        read(OUTCOME);
        Path things = table.resolveSibling("things.csv");
        Files.write(things, Files.readString(things).getBytes(Charset.forName("GB18030")));

        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.faults().get(0).toString())
                                        .contains("things.csv"));
    }

    @Test
    void aStatementIsFoundInItsRow() throws IOException {
        Sources sources = read(OUTCOME + OUTCOME.replace("1,o", "2,o").replace("10,14", "20,24"));

        assertThat(
                        new TripleLocations(sources)
                                .of(Dkg.iri(Dkg.ID + "999901-2022-2"), Dkg.VALUE, Node.ANY))
                .hasToString("[" + table + ":3]");
    }

    @Test
    void aPlaceBringsThoseAroundItAndBeforeIt() throws IOException {
        Graph all = read(OUTCOME).asserted();

        assertThat(
                        all.contains(
                                Dkg.iri(Dkg.ID + "999901"),
                                Dkg.term("in"),
                                Dkg.iri(Dkg.ID + "999900")))
                .isTrue();
        assertThat(
                        all.contains(
                                Dkg.iri(Dkg.ID + "999900"),
                                Dkg.term("in"),
                                Dkg.iri(Dkg.ID + "990000")))
                .isTrue();
        assertThat(
                        all.contains(
                                Dkg.iri(Dkg.ID + "999921"),
                                Dkg.iri("http://purl.org/dc/terms/isReplacedBy"),
                                Dkg.iri(Dkg.ID + "999901")))
                .isTrue();
    }
}
