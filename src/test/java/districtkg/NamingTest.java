package districtkg;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Classes can be found by the terms of the field, and no name is used twice. */
class NamingTest {
    private static final List<JavaClass> CLASSES =
            new ClassFileImporter()
                            .withImportOption(new ImportOption.DoNotIncludeTests())
                            .importPackages("districtkg")
                            .stream()
                            .filter(JavaClass::isTopLevelClass)
                            .filter(one -> !one.getSimpleName().equals("package-info"))
                            .filter(one -> !one.getSimpleName().startsWith("Jte"))
                            .toList();

    private static final List<String> NAMES =
            CLASSES.stream().map(JavaClass::getSimpleName).toList();

    /** Code spans such as {@code engine.QueryEngine} in a page. */
    private static List<String> namedIn(String page) throws IOException {
        return Pattern.compile("`((?:[a-z]+\\.)+[A-Z]\\w*)`")
                .matcher(Files.readString(Path.of(page)))
                .results()
                .map(name -> "districtkg." + name.group(1))
                .toList();
    }

    @Test
    void everyClassThatTheArchitectureNamesExists() throws IOException {
        assertThat(namedIn("docs/architecture.md"))
                .hasSizeGreaterThan(90)
                .isSubsetOf(CLASSES.stream().map(JavaClass::getName).toList());
    }

    @Test
    void theArchitectureNamesAClassOfEveryPackage() throws IOException {
        List<String> named = namedIn("docs/architecture.md");

        assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct())
                .filteredOn(name -> !name.equals("districtkg"))
                .hasSizeGreaterThan(40)
                .allSatisfy(
                        name ->
                                assertThat(named)
                                        .anyMatch(one -> one.matches(name + "\\.[A-Z].*")));
    }

    @Test
    void theArchitectureNamesTheSameClassesInBothLanguages() throws IOException {
        assertThat(namedIn("docs/architecture.zh.md"))
                .containsExactlyInAnyOrderElementsOf(namedIn("docs/architecture.md"));
    }

    @Test
    void simpleNamesAreUnique() {
        assertThat(NAMES).hasSizeGreaterThan(200).doesNotHaveDuplicates();
    }

    @Test
    void mainClassesAreNotNamedLikeTests() {
        assertThat(NAMES).hasSizeGreaterThan(200).noneMatch(name -> name.matches(".*(Test|IT)"));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    access log, AccessLog
                    algebra cache, AlgebraCache
                    allowed function, AllowedFunctions
                    amount scanner, AmountScanner
                    atomic file, AtomicFile
                    audit log, AuditLog
                    bearer token, BearerTokens
                    buffered response, BufferedResponse
                    commitment finder, CommitmentFinder
                    connection limit, ConnectionLimits
                    content security policy, ContentSecurityPolicy
                    cors, CorsHandler
                    count aggregate, CountAggregate
                    coverage, Coverage
                    dataset builder, DatasetBuilder
                    dataset catalog, DatasetCatalog
                    dataset delta, DatasetDelta
                    dataset export, DatasetExporter
                    derivation, Derivation
                    digit reader, DigitReader
                    document difference, DocumentDifference
                    download cache, DownloadCache
                    draft table, DraftTable
                    drain, DrainHandler
                    edition cache, EditionCache
                    encoded pattern, EncodedPattern
                    entity tag, EntityTag
                    expression guard, ExpressionGuard
                    file response, FileResponse
                    fingerprint, DatasetFingerprint
                    forwarded header, ForwardedHeaders
                    graph reader, GraphReader
                    group aggregation, GroupAggregation
                    hash join, HashJoinStep
                    health, HealthHandler
                    index scan step, IndexScanStep
                    join planner, JoinPlanner
                    json result, JsonResultWriter
                    json-ld context, JsonLdContext
                    json-ld writer, JsonLdWriter
                    key store, TlsKeyStore
                    lateness, Lateness
                    lexicon, Lexicon
                    linkset, Linksets
                    memory budget exceeded, MemoryBudgetExceeded
                    memory monitor, MemoryMonitor
                    merge join, MergeJoinStep
                    metrics, Metrics
                    name finder, NameFinder
                    number parser, NumberParser
                    number scanner, NumberScanner
                    outline reader, OutlineReader
                    output format, OutputFormat
                    passage turtle, PassageTurtle
                    precondition, Preconditions
                    printed date, PrintedDate
                    printed ranking, PrintedRanking
                    qudt, Qudt
                    problem response, ProblemResponses
                    quantity finder, QuantityFinder
                    query advice, QueryAdvice
                    query cache, QueryCache
                    query complexity, QueryComplexity
                    query engine, QueryEngine
                    query policy, QueryPolicy
                    query queue, FairQueryQueue
                    query watchdog, QueryWatchdog
                    rdf response, RdfResponses
                    rdf syntax, RdfSyntax
                    regex, BoundedRegex
                    remote context, RemoteContexts
                    report draft, ReportDraft
                    report file, ReportFile
                    report year, ReportYear
                    request dispatcher, RequestDispatcher
                    request limit, RequestLimits
                    response cache, ResponseCache
                    running query, RunningQuery
                    search index, SearchIndex
                    sitemap, SitemapPage
                    size checked function, SizeCheckedFunctions
                    slow client, SlowClientHandler
                    sparql endpoint, SparqlEndpoint
                    sparql protocol, SparqlProtocol
                    statement table, StatementTable
                    term dictionary, TermDictionary
                    triple index, TripleIndex
                    triple location, TripleLocations
                    triple order, TripleOrder
                    triple statistic, TripleStatistics
                    trusted prox, TrustedProxies
                    unit word, UnitWords
                    validation, Validation
                    value size limit, ValueSizeLimits
                    void, VoidDescription
                    xml result, XmlResultWriter
                    """)
    void aTermOfTheFieldNamesOneClass(String term, String expected) {
        List<String> words = Stream.of(term.replace("-", "").split(" ")).toList();

        assertThat(NAMES)
                .filteredOn(
                        name -> words.stream().allMatch(name.toLowerCase(Locale.ROOT)::contains))
                .containsExactly(expected);
    }
}
