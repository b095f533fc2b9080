package districtkg.server;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.web.PageSettings;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdfconnection.RDFConnection;
import org.apache.jena.rdfconnection.RDFConnectionRemote;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.query.TupleQueryResult;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sparql.SPARQLRepository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that people really use: Jena's and RDF4J's. Comunica's is in src/test/scripts. */
class ClientsTest {
    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start("127.0.0.1", 0, Fixture.yunheEdition(), PageSettings.NONE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String endpoint() {
        return Http.endpoint(server).toString();
    }

    private static RDFConnection jena() {
        return RDFConnectionRemote.newBuilder()
                .destination(server.address().toString())
                .queryEndpoint("sparql")
                .gspEndpoint("data")
                .parseCheckSPARQL(false)
                .build();
    }

    @Test
    void jenaAsksInAllForms() {
        List<String> names = new ArrayList<>();
        try (RDFConnection connection = jena()) {
            connection.querySelect(
                    "SELECT ?name { id:yunhe :nameZh ?name }",
                    row -> names.add(row.getLiteral("name").getString()));

            assertThat(names).containsExactly("云禾区");
            assertThat(connection.queryAsk("ASK { id:yunhe a :District }")).isTrue();
            assertThat(connection.queryDescribe("DESCRIBE id:yunhe").size()).isPositive();
            assertThat(connection.queryConstruct("CONSTRUCT WHERE { id:yunhe a ?c }").size())
                    .isPositive();
        }
    }

    @Test
    void jenaFetchesWholeGraphs() {
        try (RDFConnection connection = jena()) {
            Model document = connection.fetch("https://w3id.org/districtkg/graph/yunhe-2021");

            assertThat(document.size()).isPositive();
            assertThat(connection.fetch().size()).isGreaterThan(document.size());
        }
    }

    @Test
    void rdf4jAsksInAllForms() {
        SPARQLRepository repository = new SPARQLRepository(endpoint());
        try (RepositoryConnection connection = repository.getConnection()) {
            try (TupleQueryResult rows =
                    connection
                            .prepareTupleQuery(
                                    "PREFIX : <https://w3id.org/districtkg/ns#> "
                                            + "SELECT ?name { <https://w3id.org/districtkg/id/yunhe> :nameZh ?name }")
                            .evaluate()) {
                assertThat(rows.next().getValue("name").stringValue()).isEqualTo("云禾区");
                assertThat(rows.hasNext()).isFalse();
            }
            assertThat(
                            connection
                                    .prepareBooleanQuery(
                                            "ASK { <https://w3id.org/districtkg/id/yunhe> ?p ?o }")
                                    .evaluate())
                    .isTrue();
            List<Statement> described =
                    connection
                            .prepareGraphQuery("DESCRIBE <https://w3id.org/districtkg/id/yunhe>")
                            .evaluate()
                            .stream()
                            .toList();
            assertThat(described).isNotEmpty();
            assertThat(connection.getContextIDs().stream())
                    .anyMatch(name -> name.stringValue().endsWith("/graph/yunhe-2021"));
        } finally {
            repository.shutDown();
        }
    }
}
