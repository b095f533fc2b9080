package districtkg;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Classes can be found by the terms of the field, and no name is used twice. */
class NamingTest {
    private static final List<String> NAMES =
            new ClassFileImporter()
                            .withImportOption(new ImportOption.DoNotIncludeTests())
                            .importPackages("districtkg")
                            .stream()
                            .filter(JavaClass::isTopLevelClass)
                            .map(JavaClass::getSimpleName)
                            .filter(name -> !name.equals("package-info"))
                            .filter(name -> !name.startsWith("Jte"))
                            .toList();

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
                    allowed function, AllowedFunctions
                    atomic file, AtomicFile
                    audit log, AuditLog
                    bearer token, BearerTokens
                    buffered response, BufferedResponse
                    connection limit, ConnectionLimits
                    content security policy, ContentSecurityPolicy
                    cors, CorsHandler
                    count aggregate, CountAggregate
                    dataset builder, DatasetBuilder
                    dataset export, DatasetExporter
                    download cache, DownloadCache
                    drain, DrainHandler
                    edition cache, EditionCache
                    entity tag, EntityTag
                    expression guard, ExpressionGuard
                    fingerprint, DatasetFingerprint
                    forwarded header, ForwardedHeaders
                    hash join, HashJoinStep
                    health, HealthHandler
                    join planner, JoinPlanner
                    json-ld context, JsonLdContext
                    json-ld writer, JsonLdWriter
                    key store, TlsKeyStore
                    linkset, Linksets
                    memory monitor, MemoryMonitor
                    merge join, MergeJoinStep
                    metrics, Metrics
                    precondition, Preconditions
                    problem response, ProblemResponses
                    query cache, QueryCache
                    query complexity, QueryComplexity
                    query policy, QueryPolicy
                    query queue, FairQueryQueue
                    query watchdog, QueryWatchdog
                    regex, BoundedRegex
                    request dispatcher, RequestDispatcher
                    request limit, RequestLimits
                    response cache, ResponseCache
                    running query, RunningQuery
                    search index, SearchIndex
                    sitemap, SitemapPage
                    slow client, SlowClientHandler
                    sparql endpoint, SparqlEndpoint
                    sparql protocol, SparqlProtocol
                    term dictionary, TermDictionary
                    triple index, TripleIndex
                    trusted prox, TrustedProxies
                    void, VoidDescription
                    """)
    void aTermOfTheFieldNamesOneClass(String term, String expected) {
        List<String> words = Stream.of(term.replace("-", "").split(" ")).toList();

        assertThat(NAMES)
                .filteredOn(
                        name -> words.stream().allMatch(name.toLowerCase(Locale.ROOT)::contains))
                .containsExactly(expected);
    }
}
