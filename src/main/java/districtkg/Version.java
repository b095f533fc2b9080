package districtkg;

import org.apache.jena.Jena;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String ours = Main.class.getPackage().getImplementationVersion();
        return new String[] {
            "DistrictKG " + (ours == null ? "(not packaged)" : ours),
            "Apache Jena " + Jena.VERSION,
            "Java " + Runtime.version()
        };
    }
}
