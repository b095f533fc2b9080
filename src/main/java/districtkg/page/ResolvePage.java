package districtkg.page;

import districtkg.http.HttpAnswer;
import districtkg.problem.Reason;
import districtkg.response.ProblemResponses;
import districtkg.vocab.Dkg;
import districtkg.web.PageHandler;
import districtkg.web.PageRequest;
import districtkg.web.ResourcePaths;
import districtkg.web.View;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code /resolve?iri=}: redirects an IRI of DistrictKG to its address on this server, and rejects
 * all others.
 */
final class ResolvePage implements PageHandler {
    private static final String PARAMETER = "iri";

    /** What may follow the base IRI: segments that are not empty and not {@code ..}. */
    private static final Pattern PLAIN =
            Pattern.compile(
                    "(?:(?!\\.{1,2}(?:/|$))[^/\\\\\\s\\p{Cntrl}<>\"{}|^`?#]+/?)*(?:#[^\\\\\\s\\p{Cntrl}<>\"{}|^`#]*)?");

    /** IRIs whose path differs from their address. */
    private static final Map<String, String> MOVED =
            Map.of(
                    "question/", "/graph/questions",
                    "dataset", "/graph/void",
                    "dataset/", "/graph/void",
                    "prefixes", "/graph/ontology",
                    "alignments", "/graph/alignments",
                    "alignments/", "/graph/alignments",
                    "ns/", ResourcePaths.ONTOLOGY,
                    "feed", "/feed.atom");

    @Override
    public HttpAnswer answer(PageRequest request, View view) {
        String iri = request.parameter(PARAMETER);
        if (iri.isEmpty()) {
            return ProblemResponses.of(Reason.MISSING_PARAMETER, request, view);
        }
        return path(iri)
                .map(path -> HttpAnswer.seeOther(view.url(path)))
                .orElseGet(() -> ProblemResponses.of(Reason.FOREIGN_IRI, request, view));
    }

    private static Optional<String> path(String iri) {
        String root = Dkg.ROOT.substring(0, Dkg.ROOT.length() - 1);
        if (iri.equals(root)) {
            return Optional.of("/");
        }
        return Optional.of(iri)
                .filter(one -> one.startsWith(Dkg.ROOT))
                .map(one -> one.substring(Dkg.ROOT.length()))
                .filter(PLAIN.asMatchPredicate())
                .map(ResolvePage::moved)
                .map(PageRequest::written);
    }

    private static String moved(String rest) {
        return MOVED.entrySet().stream()
                .filter(one -> stands(rest, one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("/" + rest);
    }

    private static boolean stands(String rest, String name) {
        return name.endsWith("/")
                ? rest.startsWith(name)
                : rest.replaceFirst("#.*$", "").equals(name);
    }
}
