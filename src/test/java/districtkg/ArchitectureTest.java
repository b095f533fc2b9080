package districtkg;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows between packages point down, and never in a ring. */
class ArchitectureTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("districtkg");

    @Test
    void packagesFormNoCycle() {
        assertThat(CLASSES).hasSizeGreaterThan(40);

        slices().matching("districtkg.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void arrowsPointDown() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("main")
                .definedBy("districtkg")
                .layer("serve command")
                .definedBy("districtkg.cli.serve")
                .layer("cli")
                .definedBy("districtkg.cli")
                .layer("report commands")
                .definedBy("districtkg.cli.report")
                .layer("server")
                .definedBy("districtkg.server")
                .layer("mcp")
                .definedBy("districtkg.mcp")
                .layer("sparql")
                .definedBy("districtkg.sparql")
                .layer("jetty")
                .definedBy("districtkg.jetty")
                .layer("snapshot")
                .definedBy("districtkg.snapshot")
                .layer("page")
                .definedBy("districtkg.page")
                .layer("download")
                .definedBy("districtkg.download", "districtkg.api", "districtkg.embed")
                .layer("response")
                .definedBy("districtkg.response")
                .layer("web")
                .definedBy("districtkg.web")
                .layer("web message")
                .definedBy("districtkg.web.message")
                .layer("review server")
                .definedBy("districtkg.review.server")
                .layer("review")
                .definedBy("districtkg.review")
                .layer("review draft")
                .definedBy("districtkg.review.draft")
                .layer("edit")
                .definedBy("districtkg.edit")
                .layer("replica")
                .definedBy("districtkg.replica")
                .layer("remote")
                .definedBy("districtkg.remote")
                .layer("edition")
                .definedBy("districtkg.edition")
                .layer("features")
                .definedBy(
                        "districtkg.query",
                        "districtkg.query.advice",
                        "districtkg.query.result",
                        "districtkg.question",
                        "districtkg.guard",
                        "districtkg.limit",
                        "districtkg.publish",
                        "districtkg.describe",
                        "districtkg.validate",
                        "districtkg.verify",
                        "districtkg.verify.document",
                        "districtkg.passage",
                        "districtkg.derive",
                        "districtkg.difference",
                        "districtkg.statement",
                        "districtkg.ontology",
                        "districtkg.jsonld",
                        "districtkg.entity",
                        "districtkg.promise",
                        "districtkg.indicator",
                        "districtkg.chart",
                        "districtkg.place",
                        "districtkg.compare",
                        "districtkg.builder",
                        "districtkg.home",
                        "districtkg.tidy",
                        "districtkg.assistant",
                        "districtkg.reconcile",
                        "districtkg.search")
                .layer("consistency")
                .definedBy("districtkg.consistency")
                .layer("curation")
                .definedBy("districtkg.curation", "districtkg.curation.conversion")
                .layer("dataset")
                .definedBy("districtkg.dataset")
                .layer("source")
                .definedBy("districtkg.source")
                .layer("source rdf")
                .definedBy("districtkg.source.rdf")
                .layer("table")
                .definedBy("districtkg.table")
                .layer("table statement")
                .definedBy("districtkg.table.statement")
                .layer("table division")
                .definedBy("districtkg.table.division")
                .layer("table cell")
                .definedBy("districtkg.table.cell")
                .layer("graph")
                .definedBy("districtkg.graph")
                .layer("engine")
                .definedBy("districtkg.engine")
                .layer("engine operators")
                .definedBy("districtkg.engine.aggregate", "districtkg.engine.path")
                .layer("engine join")
                .definedBy("districtkg.engine.join")
                .layer("engine filter")
                .definedBy("districtkg.engine.filter")
                .layer("engine memory")
                .definedBy("districtkg.engine.memory")
                .layer("index")
                .definedBy("districtkg.index")
                .layer("index file")
                .definedBy("districtkg.index.file")
                .layer("index term")
                .definedBy("districtkg.index.term")
                .layer("draft overview")
                .definedBy("districtkg.draft.overview")
                .layer("draft")
                .definedBy("districtkg.draft")
                .layer("draft terms")
                .definedBy("districtkg.draft.terms")
                .layer("figure")
                .definedBy("districtkg.figure")
                .layer("quantity")
                .definedBy("districtkg.quantity")
                .layer("commitment")
                .definedBy("districtkg.commitment")
                .layer("names")
                .definedBy("districtkg.names")
                .layer("name clauses")
                .definedBy("districtkg.names.clause")
                .layer("name words")
                .definedBy("districtkg.names.words")
                .layer("outline")
                .definedBy("districtkg.outline")
                .layer("amount")
                .definedBy("districtkg.amount")
                .layer("number")
                .definedBy("districtkg.number")
                .layer("text")
                .definedBy("districtkg.text")
                .layer("leaves")
                .definedBy(
                        "districtkg.vocab",
                        "districtkg.problem",
                        "districtkg.http",
                        "districtkg.lexicon")
                .whereLayer("main")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("serve command")
                .mayOnlyBeAccessedByLayers("main")
                .whereLayer("cli")
                .mayOnlyBeAccessedByLayers("main", "serve command", "report commands")
                .whereLayer("report commands")
                .mayOnlyBeAccessedByLayers("main")
                .whereLayer("server")
                .mayOnlyBeAccessedByLayers("serve command")
                .whereLayer("mcp")
                .mayOnlyBeAccessedByLayers("serve command", "server")
                .whereLayer("sparql")
                .mayOnlyBeAccessedByLayers("serve command", "server", "mcp")
                .whereLayer("jetty")
                .mayOnlyBeAccessedByLayers("serve command", "server", "mcp", "sparql")
                .whereLayer("snapshot")
                .mayOnlyBeAccessedByLayers("serve command", "server", "mcp", "sparql")
                .whereLayer("page")
                .mayOnlyBeAccessedByLayers("server", "mcp", "snapshot")
                .whereLayer("download")
                .mayOnlyBeAccessedByLayers("page")
                .whereLayer("response")
                .mayOnlyBeAccessedByLayers("server", "jetty", "page", "download")
                .whereLayer("web")
                .mayOnlyBeAccessedByLayers(
                        "serve command",
                        "review server",
                        "server",
                        "jetty",
                        "snapshot",
                        "page",
                        "download",
                        "response")
                .whereLayer("web message")
                .mayOnlyBeAccessedByLayers("page", "web")
                .whereLayer("review server")
                .mayOnlyBeAccessedByLayers("cli", "report commands")
                .whereLayer("review")
                .mayOnlyBeAccessedByLayers("report commands", "review server")
                .whereLayer("review draft")
                .mayOnlyBeAccessedByLayers("report commands", "review server", "review")
                .whereLayer("edit")
                .mayOnlyBeAccessedByLayers("serve command", "cli", "report commands", "server")
                .whereLayer("remote")
                .mayOnlyBeAccessedByLayers("serve command")
                .whereLayer("replica")
                .mayOnlyBeAccessedByLayers("serve command", "cli")
                .whereLayer("edition")
                .mayOnlyBeAccessedByLayers(
                        "serve command",
                        "replica",
                        "remote",
                        "cli",
                        "report commands",
                        "server",
                        "sparql",
                        "snapshot",
                        "page",
                        "download",
                        "response",
                        "web",
                        "edit")
                .whereLayer("consistency")
                .mayOnlyBeAccessedByLayers(
                        "cli",
                        "review server",
                        "review",
                        "review draft",
                        "report commands",
                        "draft overview")
                .whereLayer("features")
                .mayOnlyBeAccessedByLayers(
                        "review server",
                        "review",
                        "review draft",
                        "serve command",
                        "cli",
                        "report commands",
                        "server",
                        "mcp",
                        "sparql",
                        "snapshot",
                        "page",
                        "download",
                        "response",
                        "web",
                        "web message",
                        "edit",
                        "edition",
                        "curation")
                .whereLayer("curation")
                .mayOnlyBeAccessedByLayers("cli", "report commands")
                .whereLayer("dataset")
                .mayOnlyBeAccessedByLayers("edition")
                .whereLayer("source")
                .mayOnlyBeAccessedByLayers(
                        "dataset",
                        "serve command",
                        "cli",
                        "report commands",
                        "edit",
                        "edition",
                        "features",
                        "curation")
                .whereLayer("source rdf")
                .mayOnlyBeAccessedByLayers("dataset", "source")
                .whereLayer("table")
                .mayOnlyBeAccessedByLayers("cli", "report commands", "curation", "source")
                .whereLayer("table statement")
                .mayOnlyBeAccessedByLayers("table")
                .whereLayer("table division")
                .mayOnlyBeAccessedByLayers("table", "curation")
                .whereLayer("table cell")
                .mayOnlyBeAccessedByLayers("table", "table statement", "table division", "curation")
                .whereLayer("graph")
                .mayOnlyBeAccessedByLayers(
                        "review server",
                        "review",
                        "review draft",
                        "serve command",
                        "cli",
                        "report commands",
                        "server",
                        "page",
                        "download",
                        "response",
                        "web",
                        "web message",
                        "edit",
                        "replica",
                        "edition",
                        "features",
                        "dataset",
                        "source rdf")
                .whereLayer("engine")
                .mayOnlyBeAccessedByLayers("server", "sparql", "dataset")
                .whereLayer("engine operators")
                .mayOnlyBeAccessedByLayers("engine")
                .whereLayer("engine join")
                .mayOnlyBeAccessedByLayers("engine", "engine operators")
                .whereLayer("engine filter")
                .mayOnlyBeAccessedByLayers("engine join")
                .whereLayer("engine memory")
                .mayOnlyBeAccessedByLayers(
                        "sparql", "engine", "engine operators", "engine join", "engine filter")
                .whereLayer("index file")
                .mayOnlyBeAccessedByLayers("dataset", "index", "index term")
                .whereLayer("index term")
                .mayOnlyBeAccessedByLayers("index")
                .whereLayer("index")
                .mayOnlyBeAccessedByLayers(
                        "dataset",
                        "engine",
                        "engine operators",
                        "engine join",
                        "engine filter",
                        "engine memory")
                .whereLayer("draft overview")
                .mayOnlyBeAccessedByLayers("report commands")
                .whereLayer("draft")
                .mayOnlyBeAccessedByLayers(
                        "draft overview",
                        "review",
                        "review draft",
                        "serve command",
                        "cli",
                        "report commands",
                        "curation")
                .whereLayer("draft terms")
                .mayOnlyBeAccessedByLayers("report commands", "draft overview", "draft")
                .whereLayer("figure")
                .mayOnlyBeAccessedByLayers(
                        "serve command",
                        "cli",
                        "report commands",
                        "draft overview",
                        "draft",
                        "draft terms")
                .whereLayer("quantity")
                .mayOnlyBeAccessedByLayers("draft overview", "draft", "draft terms", "figure")
                .whereLayer("commitment")
                .mayOnlyBeAccessedByLayers("draft", "draft terms", "figure")
                .whereLayer("names")
                .mayOnlyBeAccessedByLayers("draft overview", "draft", "draft terms", "commitment")
                .whereLayer("name clauses")
                .mayOnlyBeAccessedByLayers("commitment", "names")
                .whereLayer("name words")
                .mayOnlyBeAccessedByLayers("draft", "commitment", "names", "name clauses")
                .whereLayer("outline")
                .mayOnlyBeAccessedByLayers(
                        "review server",
                        "review",
                        "review draft",
                        "serve command",
                        "cli",
                        "report commands",
                        "curation",
                        "draft overview",
                        "draft",
                        "draft terms",
                        "figure",
                        "commitment",
                        "names",
                        "features")
                .whereLayer("amount")
                .mayOnlyBeAccessedByLayers(
                        "features",
                        "curation",
                        "draft overview",
                        "draft",
                        "draft terms",
                        "figure",
                        "quantity")
                .whereLayer("number")
                .mayOnlyBeAccessedByLayers(
                        "features",
                        "draft overview",
                        "draft",
                        "draft terms",
                        "figure",
                        "quantity",
                        "amount")
                .whereLayer("text")
                .mayOnlyBeAccessedByLayers(
                        "review server",
                        "review",
                        "review draft",
                        "serve command",
                        "cli",
                        "report commands",
                        "curation",
                        "page",
                        "download",
                        "response",
                        "web",
                        "features",
                        "table",
                        "table statement",
                        "table division",
                        "table cell",
                        "draft overview",
                        "draft",
                        "draft terms",
                        "figure",
                        "quantity",
                        "commitment",
                        "names",
                        "name clauses",
                        "outline",
                        "amount",
                        "number")
                .check(CLASSES);
    }
}
