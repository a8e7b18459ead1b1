using Gep.GraphQL.Bench;
using Gep.GraphQL.Execution;
using Gep.GraphQL.Http;
using Gep.GraphQL.Types;

var schema = new SchemaBuilder().AddQueryType<Query>().Build();
switch (args.FirstOrDefault())
{
    case "allocate":
        return await Allocation.RunAsync(schema, args[1]);
    case "print":
        Console.WriteLine(schema.PrintSdl());
        return 0;
}
var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:5640");
var app = builder.Build();
app.MapGraphQL("/graphql", new GraphQLEngine(schema));
app.MapGet("/allocated", () => GC.GetTotalAllocatedBytes(precise: false));
app.Run();
return 0;
