package districtkg.source.rdf;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.sparql.util.Context;

/** Keeps parsers from fetching anything: a JSON-LD file may refer to a context at any address. */
final class RemoteContexts {
    private RemoteContexts() {}

    static Context refused() {
        JsonLdOptions options =
                new JsonLdOptions(
                        (address, loader) -> {
                            throw new JsonLdError(
                                    JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED,
                                    "the context "
                                            + address
                                            + " is elsewhere, and nothing is fetched: write it into the file");
                        });
        return Context.create().set(LangJSONLD11.JSONLD_OPTIONS, options);
    }
}
