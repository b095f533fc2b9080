package districtkg.index.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;

/** Terms are found and given back as they were added, however many there are. */
class PackedTermsTest {
    private static final List<IntFunction<Node>> KINDS =
            List.of(
                    number -> iri("thing/" + number),
                    number -> iri("document/" + number + "#part"),
                    number -> NodeFactory.createLiteralString("区𠀀 " + number),
                    number -> NodeFactory.createLiteralLang("名 " + number, "zh-hant"),
                    number -> NodeFactory.createLiteralLang("name " + number, "en"),
                    number -> NodeFactory.createLiteralDT("" + number, XSDDatatype.XSDgYear),
                    number -> NodeFactory.createBlankNode("b" + number),
                    number ->
                            NodeFactory.createTripleTerm(
                                    Triple.create(iri("s"), iri("p"), iri("o/" + number))));

    @Test
    void eachTermIsFoundAndGivenBack() {
        List<Node> terms = terms(0, 20_000);

        assertHolds(packed(PackedTerms.empty(), terms), terms);
    }

    @Test
    void aListGrowsWithoutChangingTheOneBefore() {
        List<Node> all = terms(0, 30_000);
        PackedTerms grown = PackedTerms.empty();
        int from = 0;
        for (int to : new int[] {1, 4_095, 4_096, 4_097, 10_000, 10_001, 30_000}) {
            PackedTerms before = grown;
            grown = packed(before, all.subList(from, to));
            assertHolds(grown, all.subList(0, to));
            assertHolds(before, all.subList(0, from));
            assertThat(before.find(all.get(from))).isEqualTo(NumberTable.NONE);
            from = to;
        }
    }

    @Test
    void whatWasNotAddedIsNotFound() {
        PackedTerms packed = packed(PackedTerms.empty(), terms(0, 1_000));

        assertThat(terms(1_000, 2_000)).allMatch(term -> packed.find(term) == NumberTable.NONE);
        assertThat(
                        List.of(
                                iri(""),
                                iri("thing/"),
                                NodeFactory.createURI(""),
                                NodeFactory.createLiteralString("thing/0"),
                                NodeFactory.createLiteralLang("name 4", "fr"),
                                NodeFactory.createLiteralDT("5", XSDDatatype.XSDdate)))
                .allMatch(term -> packed.find(term) == NumberTable.NONE);
    }

    @Test
    void anyNumberOfNamespacesIsPossible() {
        List<Node> terms =
                IntStream.range(0, 70_000).mapToObj(number -> iri(number + "/a")).toList();
        PackedTerms packed = packed(PackedTerms.empty(), terms);
        PackedTerms grown = packed(packed, List.of(iri("69999/b"), iri("x/c")));

        assertHolds(packed, terms);
        assertThat(grown.find(iri("69999/b"))).isEqualTo(70_000);
        assertThat(grown.get(70_001)).isEqualTo(iri("x/c"));
        assertThat(grown.find(iri("3/b"))).isEqualTo(NumberTable.NONE);
    }

    private static void assertHolds(PackedTerms packed, List<Node> terms) {
        assertThat(packed.size()).isEqualTo(terms.size());
        assertThat(IntStream.range(0, packed.size()).mapToObj(packed::get).toList())
                .isEqualTo(terms);
        assertThat(terms.stream().map(packed::find).toList())
                .isEqualTo(IntStream.range(0, terms.size()).boxed().toList());
    }

    private static PackedTerms packed(PackedTerms before, List<Node> terms) {
        PackedTerms.Builder builder = new PackedTerms.Builder(before);
        terms.forEach(builder::add);
        return builder.build();
    }

    private static List<Node> terms(int from, int to) {
        List<Node> terms = new ArrayList<>();
        for (int number = from; number < to; number++) {
            terms.add(KINDS.get(number % KINDS.size()).apply(number));
        }
        return terms;
    }

    private static Node iri(String name) {
        return NodeFactory.createURI("https://example.org/" + name);
    }
}
