using Gep.DrawHouseholds;

if (args.Length != 1)
{
    Console.Error.WriteLine("usage: Gep.DrawHouseholds <workspace folder>");
    return 2;
}
HouseholdFile.Write(args[0], "forests", 'H', ForestHouseholds, Registers.Forests(args[0]));
HouseholdFile.Write(args[0], "wh-pvfloor", 'V', PlantHouseholds, Registers.Plants(args[0]));
return 0;

internal partial class Program
{
    /// <summary>With the lines of parcels that stay whole, 20,000 lines of the list 到户清册.</summary>
    private const int ForestHouseholds = 19_192;

    /// <summary>Households that the solar plants support [XIANG2020].</summary>
    private const int PlantHouseholds = 2_071;
}
