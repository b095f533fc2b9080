package districtkg.bench;

import districtkg.vocab.Dkg;
import java.math.BigDecimal;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** What a graph says of one thing, written as a sentence. */
record QuerySubject(Graph graph, Node node) {
    static Node id(String slug) {
        return Dkg.iri(Dkg.ID + slug);
    }

    static Node listed(String name) {
        return Dkg.iri(Dkg.VOCAB + name);
    }

    static Node whole(int number) {
        return NodeFactory.createLiteralDT(Integer.toString(number), XSDDatatype.XSDinteger);
    }

    static Node decimal(BigDecimal number) {
        return NodeFactory.createLiteralDT(number.toPlainString(), XSDDatatype.XSDdecimal);
    }

    static Node year(int year) {
        return NodeFactory.createLiteralDT(Integer.toString(year), XSDDatatype.XSDgYear);
    }

    static Node month(int year, int month) {
        return NodeFactory.createLiteralDT(
                "%d-%02d".formatted(year, month), XSDDatatype.XSDgYearMonth);
    }

    static Node day(int year, int month, int day) {
        return NodeFactory.createLiteralDT(
                "%d-%02d-%02d".formatted(year, month, day), XSDDatatype.XSDdate);
    }

    QuerySubject a(String type) {
        return says(RDF.type.asNode(), Dkg.term(type));
    }

    QuerySubject named(String chinese, String english) {
        return says(RDFS.label.asNode(), NodeFactory.createLiteralLang(chinese, "zh"))
                .says(RDFS.label.asNode(), NodeFactory.createLiteralLang(english, "en"));
    }

    /** A property of our own, and its value. */
    QuerySubject says(String property, Node value) {
        return says(Dkg.term(property), value);
    }

    QuerySubject says(Node property, Node value) {
        graph.add(node, property, value);
        return this;
    }
}
