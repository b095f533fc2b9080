package districtkg.response;

import districtkg.http.HttpAnswer;
import districtkg.http.Iris;
import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import districtkg.web.Formats;
import districtkg.web.PageRequest;
import districtkg.web.ResourcePaths;
import districtkg.web.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A resource with descriptions in several formats: by content negotiation at its own address, and
 * in each format at the address with its suffix.
 *
 * @param iri the resource
 * @param path its own address, such as {@code /id/lusong}
 * @param offer the available formats; the first is the default
 * @param document whether it is an information resource; otherwise its address redirects to a
 *     description
 * @param licence licence of the descriptions; empty if unknown
 */
public record DescribedResource(
        String iri, String path, List<Formats> offer, boolean document, Optional<String> licence) {
    /** Writes a description. */
    public interface Writing {
        /** The description in one of the offered formats. */
        HttpAnswer in(Formats form, View view);
    }

    /** The format that the suffix of an address names. */
    public static Optional<Formats> named(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Formats.named(path.substring(dot + 1));
    }

    /** The address without the suffix of a format. */
    public static String unnamed(String path) {
        return path.substring(0, path.lastIndexOf('.'));
    }

    /**
     * The response to a request.
     *
     * @param named the format named by the address; if empty, content negotiation decides
     */
    public HttpAnswer answer(
            PageRequest request, View view, Optional<Formats> named, Writing writing) {
        Optional<Formats> form =
                named.isPresent()
                        ? named.filter(offer::contains)
                        : Formats.accepted(request.accept(), offer);
        if (form.isEmpty()) {
            return ProblemResponses.of(notAcceptable(view), request, view, List.of());
        }
        String address = address(form.orElseThrow(), view);
        if (named.isEmpty() && !document) {
            return HttpAnswer.seeOther(
                            view.url(
                                    PageRequest.written(ResourcePaths.in(form.orElseThrow(), path)),
                                    request.choices()))
                    .with(
                            "Link",
                            String.join(
                                    ", ", link(address, "describedby"), alternates(offer, view)));
        }
        HttpAnswer answer = written(form.orElseThrow(), request, view, writing);
        return named.isEmpty() ? answer.with("Content-Location", address) : answer;
    }

    private HttpAnswer written(Formats form, PageRequest request, View view, Writing writing) {
        List<String> links = new ArrayList<>();
        links.add(link(address(form, view), "canonical"));
        links.add(alternates(offer.stream().filter(other -> other != form).toList(), view));
        if (!document) {
            links.add(link(iri, "describes"));
        }
        licence.ifPresent(one -> links.add(link(one, "license")));
        HttpAnswer answer = writing.in(form, view.showing(ResourcePaths.in(Formats.HTML, path)));
        if (form == Formats.JSON_LD && !form.answeredAs(request.accept()).equals(form.type())) {
            links.add(
                    link(view.absolute(view.context()), "http://www.w3.org/ns/json-ld#context")
                            + "; type=\""
                            + Formats.JSON_LD.type()
                            + '"');
            answer = answer.as(form.answeredAs(request.accept()));
        }
        return answer.with("Link", String.join(", ", links));
    }

    private Refusal notAcceptable(View view) {
        String there =
                offer.stream()
                        .map(form -> form.type() + " (" + address(form, view) + ")")
                        .collect(Collectors.joining(", "));
        return new Refusal(
                        Reason.NOT_ACCEPTABLE,
                        view.say("error.not-acceptable.there", there),
                        Map.of("available", offer.stream().map(Formats::type).toList()))
                .with("Link", alternates(offer, view));
    }

    private String alternates(List<Formats> forms, View view) {
        return forms.stream()
                .map(
                        form ->
                                link(address(form, view), "alternate")
                                        + "; type=\""
                                        + form.type()
                                        + '"')
                .collect(Collectors.joining(", "));
    }

    private String address(Formats form, View view) {
        return view.url(PageRequest.written(ResourcePaths.in(form, path)));
    }

    private static String link(String address, String relation) {
        return "<" + Iris.uri(address) + ">; rel=\"" + relation + '"';
    }
}
