package districtkg.question;

import districtkg.question.Questions.Question;
import districtkg.vocab.Dkg;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.mem.GraphMemFast;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SchemaDO;

/** The example questions as RDF, in the SHACL vocabulary that query editors load. */
public final class QuestionGraph {
    private static final String QUESTION = "https://w3id.org/districtkg/question/";
    private static final Node ENDPOINT = Dkg.iri("https://w3id.org/districtkg/sparql");
    private static final Node PREFIXES = Dkg.iri("https://w3id.org/districtkg/prefixes");

    private QuestionGraph() {}

    /**
     * One {@code sh:SPARQLExecutable} per question, with title and question in both languages and
     * the query.
     */
    public static Graph of(List<Question> questions) {
        Graph graph = new GraphMemFast();
        for (Question question : questions) {
            Node node = Dkg.iri(QUESTION + question.name());
            graph.add(node, RDF.type.asNode(), SHACL.SPARQLExecutable);
            graph.add(node, RDF.type.asNode(), SHACL.SPARQLSelectExecutable);
            graph.add(node, SHACL.prefixes, PREFIXES);
            graph.add(node, SchemaDO.target.asNode(), ENDPOINT);
            graph.add(node, SHACL.select, NodeFactory.createLiteralString(question.query()));
            for (String language : List.of("en", "zh")) {
                question.head("title-" + language)
                        .ifPresent(
                                title ->
                                        graph.add(
                                                node,
                                                RDFS.label.asNode(),
                                                NodeFactory.createLiteralLang(title, language)));
                question.head("question-" + language)
                        .ifPresent(
                                asked ->
                                        graph.add(
                                                node,
                                                RDFS.comment.asNode(),
                                                NodeFactory.createLiteralLang(asked, language)));
            }
        }
        return graph;
    }
}
