package districtkg.bench;

import static districtkg.bench.QuerySubject.id;

import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.mem.GraphMemFast;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * A country that is not there: numbered provinces, in them numbered cities, in these numbered
 * districts. All of its positions lie in the Gulf of Guinea.
 */
final class Nation {
    static final Node COUNTRY = id("sample-country");
    static final String GEO = "http://www.opengis.net/ont/geosparql#";

    private static final int PROVINCES = 31;
    private static final int DISTRICTS_OF_A_CITY = 6;

    private Nation() {}

    static int province(int district) {
        return district % PROVINCES + 1;
    }

    /** The number of the city within its province. */
    static int city(int district) {
        return district / PROVINCES / DISTRICTS_OF_A_CITY + 1;
    }

    static Node provinceOf(int district) {
        return id("sample-province-%02d".formatted(province(district)));
    }

    static Node cityOf(int district) {
        return id("sample-city-%02d%02d".formatted(province(district), city(district)));
    }

    static Node districtNode(int district) {
        return id("sample-district-%04d".formatted(district));
    }

    /** The areas around a district, down to its city. */
    static Graph around(int district) {
        Graph graph = new GraphMemFast();
        new QuerySubject(graph, COUNTRY).a("Country").named("示例国", "Sample Country");
        String province = "%02d".formatted(province(district));
        new QuerySubject(graph, provinceOf(district))
                .a("Province")
                .named("示例省" + province, "Sample Province " + province)
                .says("in", COUNTRY);
        String city = "%02d%02d".formatted(province(district), city(district));
        new QuerySubject(graph, cityOf(district))
                .a("City")
                .named("示例市" + city, "Sample City " + city)
                .says("in", provinceOf(district));
        return graph;
    }

    /** The description of the data set. */
    static Graph catalog() {
        Graph graph = new GraphMemFast();
        QuerySubject catalog =
                new QuerySubject(
                        graph, NodeFactory.createURI("https://w3id.org/districtkg/dataset"));
        catalog.named("示例国：生成的数据", "Sample Country: generated data")
                .says(RDF.type.asNode(), DCAT.Dataset.asNode())
                .says(
                        DCTerms.license.asNode(),
                        NodeFactory.createURI("https://creativecommons.org/licenses/by/4.0/"))
                .says(DCTerms.spatial.asNode(), COUNTRY);
        Map.of("zh", "示例国：生成的数据", "en", "Sample Country: generated data")
                .forEach(
                        (language, title) ->
                                catalog.says(
                                        DCTerms.title.asNode(),
                                        NodeFactory.createLiteralLang(title, language)));
        return graph;
    }
}
