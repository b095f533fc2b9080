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

        slices().matching("districtkg.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void arrowsPointDown() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("main")
                .definedBy("districtkg")
                .layer("cli")
                .definedBy("districtkg.cli")
                .layer("server")
                .definedBy("districtkg.server")
                .layer("sparql")
                .definedBy("districtkg.sparql")
                .layer("jetty")
                .definedBy("districtkg.jetty")
                .layer("snapshot")
                .definedBy("districtkg.snapshot")
                .layer("page")
                .definedBy("districtkg.page")
                .layer("web")
                .definedBy("districtkg.web")
                .layer("edit")
                .definedBy("districtkg.edit")
                .layer("edition")
                .definedBy("districtkg.edition")
                .layer("features")
                .definedBy(
                        "districtkg.query",
                        "districtkg.guard",
                        "districtkg.limit",
                        "districtkg.publish",
                        "districtkg.describe",
                        "districtkg.validate",
                        "districtkg.verify",
                        "districtkg.derive",
                        "districtkg.difference",
                        "districtkg.statement",
                        "districtkg.ontology",
                        "districtkg.jsonld",
                        "districtkg.entity",
                        "districtkg.promise",
                        "districtkg.indicator",
                        "districtkg.search")
                .layer("source")
                .definedBy("districtkg.source")
                .layer("graph")
                .definedBy("districtkg.graph")
                .layer("engine")
                .definedBy("districtkg.engine")
                .layer("index")
                .definedBy("districtkg.index")
                .layer("draft")
                .definedBy("districtkg.draft")
                .layer("figure")
                .definedBy("districtkg.figure")
                .layer("quantity")
                .definedBy("districtkg.quantity")
                .layer("names")
                .definedBy("districtkg.names")
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
                .whereLayer("cli")
                .mayOnlyBeAccessedByLayers("main")
                .whereLayer("server")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("sparql")
                .mayOnlyBeAccessedByLayers("server")
                .whereLayer("jetty")
                .mayOnlyBeAccessedByLayers("cli", "server", "sparql")
                .whereLayer("snapshot")
                .mayOnlyBeAccessedByLayers("cli", "server", "sparql")
                .whereLayer("page")
                .mayOnlyBeAccessedByLayers("server", "snapshot")
                .whereLayer("web")
                .mayOnlyBeAccessedByLayers("cli", "server", "sparql", "jetty", "snapshot", "page")
                .whereLayer("edit")
                .mayOnlyBeAccessedByLayers("cli", "server")
                .whereLayer("edition")
                .mayOnlyBeAccessedByLayers(
                        "cli", "server", "sparql", "snapshot", "page", "web", "edit")
                .whereLayer("features")
                .mayOnlyBeAccessedByLayers(
                        "cli", "server", "sparql", "snapshot", "page", "web", "edit", "edition")
                .whereLayer("source")
                .mayOnlyBeAccessedByLayers("cli", "edit", "edition", "features")
                .whereLayer("graph")
                .mayOnlyBeAccessedByLayers(
                        "cli", "server", "page", "web", "edit", "edition", "features", "source")
                .whereLayer("engine")
                .mayOnlyBeAccessedByLayers("server", "sparql", "source")
                .whereLayer("index")
                .mayOnlyBeAccessedByLayers("engine", "source")
                .whereLayer("draft")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("figure")
                .mayOnlyBeAccessedByLayers("cli", "draft")
                .whereLayer("quantity")
                .mayOnlyBeAccessedByLayers("draft", "figure")
                .whereLayer("names")
                .mayOnlyBeAccessedByLayers("draft", "figure")
                .whereLayer("outline")
                .mayOnlyBeAccessedByLayers("cli", "draft", "figure", "names", "features")
                .whereLayer("amount")
                .mayOnlyBeAccessedByLayers("features", "draft", "figure", "quantity")
                .whereLayer("number")
                .mayOnlyBeAccessedByLayers("features", "draft", "figure", "quantity", "amount")
                .whereLayer("text")
                .mayOnlyBeAccessedByLayers(
                        "cli",
                        "page",
                        "web",
                        "features",
                        "draft",
                        "figure",
                        "quantity",
                        "names",
                        "outline",
                        "amount",
                        "number")
                .check(CLASSES);
    }
}
