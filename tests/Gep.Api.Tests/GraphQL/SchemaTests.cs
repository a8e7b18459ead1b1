using System.Text;
using Gep.Api.GraphQL;
using Gep.Testing;

namespace Gep.Api.Tests.GraphQL;

public class SchemaTests
{
    [Fact]
    public void Schema_Printed_IsTheOneThatIsCheckedIn()
    {
        string path = Repository.PathOf("src", "Gep.Api", "schema.graphql");
        string printed = GraphQLService.MakeSchema().PrintSdl();
        bool isBlessing = Environment.GetEnvironmentVariable("GEP_BLESS") == "1"
            && Environment.GetEnvironmentVariable("CI") is null;
        if (isBlessing) File.WriteAllText(path, printed, new UTF8Encoding(false));

        Assert.Equal(File.ReadAllText(path), printed);
    }
}
