package districtkg.web;

import districtkg.vocab.Dkg;
import java.util.Map;
import java.util.Optional;

/** Maps IRIs to paths of this server and back. */
public final class ResourcePaths {
    /** The folder of things, documents and statements. */
    public static final String THINGS = "/id/";

    /** The folder of members of shared lists. */
    public static final String LISTS = "/vocab/";

    /** The folder of named graphs. */
    public static final String GRAPHS = "/graph/";

    /** The address of the ontology. */
    public static final String ONTOLOGY = "/ns";

    private static final Map<String, String> FOLDERS =
            Map.of(THINGS, Dkg.ID, LISTS, Dkg.VOCAB, GRAPHS, Dkg.GRAPH, ONTOLOGY + "#", Dkg.NS);

    private ResourcePaths() {}

    /** The path of an IRI; empty if it is not one of DistrictKG. */
    public static Optional<String> path(String iri) {
        return FOLDERS.entrySet().stream()
                .filter(folder -> iri.startsWith(folder.getValue()))
                .map(folder -> folder.getKey() + iri.substring(folder.getValue().length()))
                .findFirst();
    }

    /** The path of the page about an IRI, without a redirect. */
    public static Optional<String> page(String iri) {
        return path(iri).map(path -> path.startsWith(ONTOLOGY) ? path : in(Formats.HTML, path));
    }

    /** The path of a format: {@code /id/lusong.ttl}; a fragment stays at the end. */
    public static String in(Formats form, String path) {
        int end = path.indexOf('#');
        String suffix = "." + form.suffix();
        return end < 0 ? path + suffix : path.substring(0, end) + suffix + path.substring(end);
    }

    /** The IRI of a path. */
    public static String iri(String path) {
        return FOLDERS.entrySet().stream()
                .filter(folder -> path.startsWith(folder.getKey()))
                .map(folder -> folder.getValue() + path.substring(folder.getKey().length()))
                .findFirst()
                .orElse(Dkg.ROOT + path.substring(1));
    }
}
