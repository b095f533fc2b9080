package districtkg.web;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import districtkg.server.Server;
import java.io.StringReader;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.Context;

/** What Jena reads in an answer. */
public final class Parsed {
    private Parsed() {}

    /**
     * Reads an answer in the form of a suffix.
     *
     * @param from whose context JSON-LD may name; nothing else is reached
     */
    public static DatasetGraph of(String body, String suffix, Server from) {
        JsonLdOptions options = new JsonLdOptions();
        options.setDocumentLoader(
                (address, how) -> {
                    if (!address.toString().startsWith(from.address() + "context/")) {
                        throw new JsonLdError(
                                JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED,
                                "reached for " + address);
                    }
                    try {
                        return JsonDocument.of(
                                new StringReader(Client.get(from, address.getPath()).body()));
                    } catch (Exception failed) {
                        throw new AssertionError(failed);
                    }
                });
        Context context = new Context();
        context.set(LangJSONLD11.JSONLD_OPTIONS, options);
        return RDFParser.fromString(body, RDFLanguages.filenameToLang("x." + suffix))
                .context(context)
                .toDatasetGraph();
    }
}
