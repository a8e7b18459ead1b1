using Gep.Spatial.Crs;
using Gep.Spatial.Ingest;
using Gep.Spatial.Measures;
using NetTopologySuite.Geometries;

namespace Gep.Spatial.Tests.Ingest;

public class SoundRingsTests
{
    private const int Rounds = 3000;

    /// <summary>The quick way may say no to a valid polygon, never yes to another.</summary>
    [Fact]
    public void TryCarry_AnyRings_AcceptsOnlyWhatTheCloseCheckAccepts()
    {
        var random = new Random(11);
        var rings = new SoundRings();
        int accepted = 0, invalid = 0;
        for (int round = 0; round < Rounds; round++)
        {
            RawGeometry raw = SomeRings(random);
            Geometry drawn = DegreesGeometry.InPlane(new LonLatPages().Add(raw));
            if (!drawn.IsValid) invalid++;
            if (!rings.TryCarry(raw, CoordinateSystem.Cgcs2000)) continue;
            accepted++;
            Assert.True(drawn.IsValid, drawn.AsText());
            Assert.Equal(EllipsoidArea.SquareMetres(drawn), rings.SquareMetres);
        }
        Assert.InRange(accepted, Rounds / 20, Rounds);
        Assert.InRange(invalid, Rounds / 20, Rounds);
    }

    [Theory]
    [InlineData(0.004, true)] // a hole well inside
    [InlineData(0.02, false)] // a hole around its shell
    [InlineData(0.0075, false)] // a hole that crosses its shell
    public void TryCarry_SquareWithHole_SeesWhereTheHoleLies(double halfHole, bool isSound)
    {
        var raw = new RawGeometry(
            RawGeometryKind.Polygon, [new[] { Square(0, 0, 0.01), Square(0.003, 0, halfHole) }]);
        Assert.Equal(isSound, new SoundRings().TryCarry(raw, CoordinateSystem.Cgcs2000));
    }

    [Fact]
    public void TryCarry_PartsThatTouch_AreLeftToTheCloseCheck()
    {
        var raw = new RawGeometry(
            RawGeometryKind.Polygon, [new[] { Square(0, 0, 0.01) }, new[] { Square(0.02, 0, 0.01) }]);
        Assert.False(new SoundRings().TryCarry(raw, CoordinateSystem.Cgcs2000));
    }

    [Fact]
    public void FeatureWkb_AnyFeature_IsTheWkbOfItsGeometry()
    {
        var random = new Random(12);
        var pages = new LonLatPages();
        for (int round = 0; round < Rounds; round++)
        {
            RawGeometry raw = SomeRings(random);
            var feature = new LayerFeature(1, "1", new Dictionary<string, string>(), pages.Add(raw), 0);
            var bytes = new byte[FeatureWkb.SizeBound(feature)];
            int length = FeatureWkb.Write(feature, bytes);
            Assert.Equal(GeographicWkb.Write(feature.Geometry), bytes[..length]);
        }
    }

    /// <summary>One to three parts with up to two holes, some of them where they must not be.</summary>
    private static RawGeometry SomeRings(Random random)
    {
        var parts = new IReadOnlyList<double[]>[random.Next(1, 4)];
        for (int part = 0; part < parts.Length; part++)
        {
            double x = 0.03 * part, half = 0.004 + 0.014 * random.NextDouble();
            var rings = new List<double[]> { Star(random, x, 0, half, 0.6) };
            for (int hole = random.Next(3); hole > 0; hole--)
            {
                double offset = half * (random.NextDouble() - 0.5);
                rings.Add(Star(random, x + offset, offset, half * (0.05 + 0.3 * random.NextDouble()), 0.6));
            }
            parts[part] = [.. rings];
        }
        return new RawGeometry(RawGeometryKind.Polygon, parts);
    }

    /// <summary>A ring around a place; one in eight has two vertices exchanged.</summary>
    private static double[] Star(Random random, double x, double y, double half, double least)
    {
        int vertices = random.Next(4, 40);
        var path = new double[2 * vertices + 2];
        for (int i = 0; i < vertices; i++)
        {
            double angle = 2 * Math.PI * i / vertices, share = least + (1 - least) * random.NextDouble();
            path[2 * i] = Rounded(Some.WuhanLongitude + x + half * share * Math.Cos(angle));
            path[2 * i + 1] = Rounded(Some.WuhanLatitude + y + half * share * Math.Sin(angle));
        }
        if (random.Next(8) == 0)
            (path[2], path[3], path[4], path[5]) = (path[4], path[5], path[2], path[3]);
        (path[^2], path[^1]) = (path[0], path[1]);
        return path;
    }

    private static double[] Square(double x, double y, double half)
    {
        double west = Some.WuhanLongitude + x - half, east = Some.WuhanLongitude + x + half;
        double south = Some.WuhanLatitude + y - half, north = Some.WuhanLatitude + y + half;
        return [.. new[] { west, south, east, south, east, north, west, north, west, south }.Select(Rounded)];
    }

    private static double Rounded(double degrees) => Math.Round(degrees, 9);
}
