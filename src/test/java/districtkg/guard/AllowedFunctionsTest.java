package districtkg.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.junit.jupiter.api.Test;

/** Every function that Jena has is either on our list, or cannot be called. */
class AllowedFunctionsTest {
    @Test
    void whatIsNotOnTheListCannotBeFound() {
        FunctionRegistry open = AllowedFunctions.registry();
        List<String> all = names(FunctionRegistry.get());
        List<String> closed = all.stream().filter(iri -> !AllowedFunctions.allowed(iri)).toList();

        assertThat(all).hasSizeGreaterThan(100);
        assertThat(closed)
                .hasSizeGreaterThan(20)
                .anyMatch(iri -> iri.endsWith("#apply"))
                .anyMatch(iri -> iri.endsWith("#error"))
                .anyMatch(iri -> iri.endsWith("#collation"))
                .allMatch(iri -> open.getFunctionFactory(iri) == null);
        assertThat(names(open)).allMatch(AllowedFunctions::allowed).hasSizeGreaterThan(80);
    }

    @Test
    void aNameNeverBecomesAClass() {
        FunctionRegistry open = AllowedFunctions.registry();

        for (String iri :
                List.of(
                        "java:org.apache.jena.sparql.function.library.wait",
                        "http://jena.apache.org/ARQ/function#wait",
                        "http://jena.hpl.hp.com/ARQ/function#wait",
                        "http://www.dotnetrdf.org/leviathan#cube",
                        "http://jena.apache.org/ARQ/jsFunction#f")) {
            assertThat(open.getFunction(iri)).as(iri).isNull();
        }
    }

    private static List<String> names(FunctionRegistry registry) {
        List<String> names = new ArrayList<>();
        registry.keys().forEachRemaining(names::add);
        return names;
    }
}
