package districtkg.web;

import districtkg.vocab.Dkg;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** Which path of this server shows which IRI. */
final class Addresses {
    static final String THINGS = "/id/";
    static final String LISTS = "/vocab/";

    private static final Map<String, String> FOLDERS =
            Map.of(THINGS, Dkg.ID, LISTS, Dkg.VOCAB, "/ns#", Dkg.NS);

    private Addresses() {}

    /** The path of the page of an IRI; nothing where it is none of ours. */
    static Optional<String> path(String iri) {
        return FOLDERS.entrySet().stream()
                .filter(folder -> iri.startsWith(folder.getValue()))
                .map(folder -> folder.getKey() + iri.substring(folder.getValue().length()))
                .findFirst();
    }

    /** The IRI that a path below one of our folders shows. */
    static Node thing(String path) {
        return FOLDERS.entrySet().stream()
                .filter(folder -> path.startsWith(folder.getKey()))
                .map(folder -> folder.getValue() + path.substring(folder.getKey().length()))
                .map(Dkg::iri)
                .findFirst()
                .orElseThrow();
    }
}
