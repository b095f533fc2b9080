package districtkg.entity;

import districtkg.graph.Ref;

/**
 * A point on the ground, as its source gives it.
 *
 * @param longitude in degrees of WGS 84
 * @param latitude in degrees of WGS 84
 * @param at the place that has the position: the thing itself, or the nearest around it that has
 *     one
 */
public record Position(double longitude, double latitude, Ref at) {}
