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
                .layer("store")
                .definedBy("districtkg.store")
                .layer("engine")
                .definedBy("districtkg.engine")
                .layer("extract")
                .definedBy("districtkg.extract")
                .layer("leaves")
                .definedBy("districtkg.vocab", "districtkg.problem")
                .whereLayer("main")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("cli")
                .mayOnlyBeAccessedByLayers("main")
                .whereLayer("server")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("web")
                .mayOnlyBeAccessedByLayers("cli", "server")
                .whereLayer("edit")
                .mayOnlyBeAccessedByLayers("cli", "server")
                .whereLayer("edition")
                .mayOnlyBeAccessedByLayers("cli", "server", "web", "edit")
                .whereLayer("features")
                .mayOnlyBeAccessedByLayers("cli", "server", "web", "edit", "edition")
                .whereLayer("store")
                .mayOnlyBeAccessedByLayers("cli", "server", "web", "edit", "edition", "features")
                .whereLayer("engine")
                .mayOnlyBeAccessedByLayers("server", "store")
                .whereLayer("extract")
                .mayOnlyBeAccessedByLayers("cli", "web", "features")
                .whereLayer("leaves")
                .mayOnlyBeAccessedByLayers(
                        "main", "cli", "server", "web", "edit", "edition", "features", "store")
                .check(CLASSES);
    }
}
